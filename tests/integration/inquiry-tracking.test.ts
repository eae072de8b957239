import { describe, expect, it } from 'vitest'
import type { Inquiry } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { repairProjections } from '@/shared/casework/cms/repair-projections'
import { appendEvent } from '@/shared/casework/server/append-event'
import { trackingToken } from '@/shared/casework/server/links'
import { reply } from '@/shared/casework/server/reply'
import { findByCode, getTracked } from '@/shared/casework/server/tracking'
import { earlierTrackingCode, newTrackingCode, trackingCodeHash } from '@/shared/casework/server/tracking-codes'
import { openTracked } from '@/shared/casework/server/tracking-forms'
import { createInquiry } from '../factories/inquiries'
import { arabic, later, now, payload, posted, rowOf, submit, withInquiries } from '../setup/inquiry-forms'
import { nonEmpty } from '../setup/non-empty'

withInquiries()

describe('tracking', () => {
  it('opens with reference and code in any writing', async () => {
    const form = posted()
    await submit(form)
    const seen = await getTracked(payload, form.submissionKey)
    if (!seen) throw new Error('Not found')
    expect(
      await findByCode({
        payload,
        typed: { reference: arabic(seen.reference), code: arabic(seen.code) },
        clientAddress: 'owner',
      }),
    ).toMatchObject({ status: 'ok', submissionKey: form.submissionKey })
  })

  it('gives a wrong code and an unknown reference the same answer in the same time', async () => {
    const form = posted()
    await submit(form)
    const seen = await getTracked(payload, form.submissionKey)
    const wrong = '0000 0000 0000'
    const ask = async (reference: string, clientAddress: string) => {
      const start = performance.now()
      const result = await findByCode({ payload, typed: { reference, code: wrong }, clientAddress })
      return { result, ms: performance.now() - start }
    }
    const known = await ask(String(seen?.reference), 'guesser-1')
    const unknown = await ask('000000003', 'guesser-2')
    expect(known.result).toEqual({ status: 'unknown' })
    expect(unknown.result).toEqual(known.result)
    // Neither comes before the floor that hides what the database had to do.
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(245)
  })

  it('is throttled by reference and address, and whoever has the code gets in all the same', async () => {
    const form = posted()
    await submit(form)
    const seen = await getTracked(payload, form.submissionKey)
    if (!seen) throw new Error('Not found')
    const enter = (code: string, clientAddress: string) =>
      findByCode({ payload, typed: { reference: seen.reference, code }, clientAddress })
    // Of one /64 of IPv6, each guess from an address of its own.
    const guess = (index: number) => enter(String(index).padStart(12, '0'), `2001:db8:7:7::${index.toString(16)}`)
    await Promise.all(Array.from({ length: env().LIMIT_TRACKING_PER_REFERENCE }, (_, index) => guess(index)))
    expect(await guess(999)).toEqual({ status: 'refused' })
    const right = { status: 'ok', submissionKey: form.submissionKey, codeIssue: 0 }
    expect(await enter(seen.code, '198.51.100.20')).toEqual(right)
    expect(await enter(seen.code, '2001:db8:7:7::1')).toEqual(right)
    expect(await enter('0'.repeat(12), '198.51.100.20')).toEqual({ status: 'unknown' })
  })

  it('is closed to codes for the day after many wrong ones from everywhere, and the link opens it still', async () => {
    const inquiry = await createInquiry(payload)
    const seen = await getTracked(payload, inquiry.submissionKey)
    if (!seen) throw new Error('Not found')
    const enter = (code: string, clientAddress: string) =>
      findByCode({ payload, typed: { reference: seen.reference, code }, clientAddress })
    const guesses = Array.from({ length: env().LIMIT_TRACKING_PER_REFERENCE_A_DAY }, (_, index) => index)
    const right = { status: 'ok', submissionKey: inquiry.submissionKey, codeIssue: 0 }
    // Right codes count for nothing.
    expect(await Promise.all(guesses.slice(0, 5).map(() => enter(seen.code, 'owner')))).toContainEqual(right)
    await Promise.all(guesses.map((index) => enter(String(index).padStart(12, '0'), `10.9.${index}.1`)))
    expect(await enter(seen.code, '198.51.100.21')).toEqual({ status: 'refused' })
    const link = trackingToken(inquiry, { end: 'none' })
    expect((await openTracked(link, 'ar', now)).status).toBe('ok')
  })

  it('takes the twenty digits of a case from before, and only those', async () => {
    const inquiry = await createInquiry(payload)
    const earlier = earlierTrackingCode(inquiry.submissionKey)
    await updateRow(payload, 'mark', {
      collection: 'inquiries',
      where: { id: { equals: inquiry.id } },
      data: { codeHash: trackingCodeHash(earlier) },
    })
    const enter = (code: string) =>
      findByCode({ payload, typed: { reference: inquiry.reference, code }, clientAddress: 'owner of before' })
    expect(await enter(earlier)).toMatchObject({ status: 'ok', submissionKey: inquiry.submissionKey })
    expect(await enter(newTrackingCode(inquiry.submissionKey))).toEqual({ status: 'unknown' })
    expect((await getTracked(payload, inquiry.submissionKey))?.code.replaceAll(' ', '')).toBe(earlier)
  })

  it('shows no internal note and no reason of a referral', async () => {
    const inquiry = await createInquiry(payload)
    const department = await payload.create({
      collection: 'departments',
      data: { name: 'التسجيل', slug: 'registration' },
      ...asSystem('test-setup'),
    })
    const add = async (type: 'noted' | 'referred', text: string) =>
      appendEvent({
        payload,
        clock: () => now,
        reason: 'work-inquiry',
        row: await rowOf(inquiry.submissionKey),
        event: { type, text, actor: { kind: 'system' }, department: department.id },
      })
    await add('noted', 'ملاحظة بيننا')
    await add('referred', 'سبب بيننا')
    const tracked = await getTracked(payload, inquiry.submissionKey)
    expect(tracked?.steps).toMatchObject([{ type: 'referred', department: 'التسجيل', text: null }])
    expect(JSON.stringify(tracked)).not.toContain('بيننا')
  })
})

describe('a reply', () => {
  const answer = (inquiry: Inquiry) =>
    appendEvent({
      payload,
      clock: () => now,
      reason: 'work-inquiry',
      row: inquiry,
      event: { type: 'answered', text: 'نعم، اكتمل.', actor: { kind: 'system' } },
    })
  const say = (inquiry: Inquiry, text: string, replyKey = randomToken()) =>
    reply({
      payload,
      clock: () => now,
      caseKey: inquiry.submissionKey,
      replyKey,
      text,
      files: [],
      removed: [],
      honeypot: '',
      clientAddress: 'owner',
    })

  it('reopens what was answered', async () => {
    const inquiry = await createInquiry(payload)
    await answer(inquiry)
    expect(await say(inquiry, 'بقي سؤال')).toEqual({ status: 'ok' })
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ status: 'open', isAnswerOwed: true })
  })

  it('posted twenty times at once is one event', async () => {
    const inquiry = await createInquiry(payload)
    const key = randomToken()
    const results = await Promise.all(Array.from({ length: 20 }, () => say(inquiry, 'إضافة', key)))
    expect(nonEmpty(results).every(({ status }) => status === 'ok')).toBe(true)
    expect((await getTracked(payload, inquiry.submissionKey))?.steps).toHaveLength(1)
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ isProjectionStale: false })
  })

  it('and others at the same moment all arrive', async () => {
    const inquiry = await createInquiry(payload)
    const results = await Promise.all(['أولى', 'ثانية', 'ثالثة'].map((text) => say(inquiry, text)))
    expect(results.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
    expect((await getTracked(payload, inquiry.submissionKey))?.steps).toHaveLength(3)
  })
})

describe('a crash', () => {
  it('between claim and event holds others off for a minute and is then repaired', async () => {
    const inquiry = await createInquiry(payload)
    await payload.db.updateOne({
      collection: 'inquiries',
      where: { id: { equals: inquiry.id } },
      data: { seq: 1, isProjectionStale: true, claimedAt: now.toISOString(), status: 'answered' },
      options: { atomic: true },
    })
    const note = async () =>
      appendEvent({
        payload,
        clock: () => now,
        reason: 'work-inquiry',
        row: await rowOf(inquiry.submissionKey),
        event: { type: 'noted', text: 'ملاحظة', actor: { kind: 'system' } },
      })
    expect(await note()).toEqual({ status: 'conflict' })
    await repairProjections.run(payload, later(30_000))
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ isProjectionStale: true })
    await repairProjections.run(payload, later(61_000))
    expect(await rowOf(inquiry.submissionKey)).toMatchObject({ isProjectionStale: false, status: 'new', seq: 1 })
    expect(await note()).toMatchObject({ status: 'ok', seq: 2 })
  })
})
