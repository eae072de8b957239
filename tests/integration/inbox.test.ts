import { Forbidden, type Where } from 'payload'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Inquiry, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { assign } from '@/shared/casework/server/desk/assign'
import { findCondition, viewsOf } from '@/shared/casework/server/desk/case-queries'
import { close } from '@/shared/casework/server/desk/close'
import { casesPerPage, countCases, listCases } from '@/shared/casework/server/desk/list-cases'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { refer } from '@/shared/casework/server/desk/refer'
import { releaseJob } from '@/shared/casework/server/release-job'
import { createInquiry } from '../factories/inquiries'
import {
  at,
  colleague,
  createUser,
  department,
  editor,
  lead,
  now,
  officer,
  payload,
  personAdds,
  read,
  withDesk,
} from '../setup/desk'
import { empty } from '../setup/empty'
import { nonEmpty } from '../setup/non-empty'

withDesk()

describe('the inbox', () => {
  const list = (view: Parameters<typeof listCases>[0]['view'], user = officer) =>
    listCases({ payload, user, now, view })
  const ids = async (...args: Parameters<typeof list>) => (await list(...args)).cases.map(({ id }) => id)
  let mine: Inquiry
  let unassigned: Inquiry
  let overdue: Inquiry
  let waiting: Inquiry

  beforeEach(async () => {
    await empty(payload, 'inquiry-events', 'inquiries')
    const overdueBy = { receivedAt: '2026-11-15T09:00:00.000Z', targetDays: 2 }
    mine = await createInquiry(payload, { targetDays: null })
    await assign(await at(mine), { assignee: officer.id })
    unassigned = await createInquiry(payload, { targetDays: null })
    overdue = await createInquiry(payload, overdueBy)
    waiting = await createInquiry(payload, overdueBy)
    await addMessage(await at(waiting), { type: 'asked', text: 'ما رقم الطلب؟' })
  })

  it('shows each case where it is looked for, and nowhere else', async () => {
    expect(await ids('mine')).toContain(mine.id)
    expect(await ids('mine')).not.toContain(unassigned.id)
    expect(await ids('mine', colleague)).not.toContain(mine.id)
    expect(await ids('unassigned')).toEqual(expect.arrayContaining([unassigned.id, overdue.id]))
    expect(await ids('unassigned')).not.toContain(mine.id)
    expect(await ids('overdue')).toContain(overdue.id)
    expect(await ids('overdue')).not.toContain(unassigned.id)
    expect(await ids('overdue')).not.toContain(waiting.id)
    expect(await ids('waiting')).toContain(waiting.id)
    expect(await ids('waiting')).not.toContain(overdue.id)
  })

  it('keeps apart what a department has and nobody took, and shows it to its lead as unassigned', async () => {
    await refer(await at(unassigned), { target: { kind: 'department', id: department.id }, reason: 'لكم' })
    expect(await ids('unassigned')).not.toContain(unassigned.id)
    expect(await ids('departments')).toContain(unassigned.id)
    expect(await ids('unassigned', lead)).toContain(unassigned.id)
    expect(viewsOf(officer)).toContain('departments')
    expect(viewsOf(lead)).not.toContain('departments')
  })

  it('is with who answers or asks while it is nobody’s', async () => {
    await addMessage(await at(unassigned), { type: 'answered', text: 'نعم' })
    expect(await ids('mine')).toContain(unassigned.id)
    expect((await read(unassigned.id)).assignee).toBe(officer.id)
    await addMessage(await at(mine, colleague), { type: 'answered', text: 'نعم' })
    expect((await read(mine.id)).assignee).toBe(officer.id)
  })

  it.each<[string, (user: User) => Promise<unknown>]>([
    [
      'lost the role',
      ({ id }) => payload.update({ collection: 'users', id, data: { roles: ['editor'] }, ...asSystem('test-setup') }),
    ],
    ['was deleted', ({ id }) => payload.delete({ collection: 'users', id, ...asSystem('test-setup') })],
  ])('gives back what is with somebody who %s, in every unfinished state', async (_, leave) => {
    const leaving = await createUser(`أروى ${randomToken(4)}`, 'case-officer')
    for (const inquiry of [unassigned, waiting, overdue]) {
      expect(await assign(await at(inquiry), { assignee: leaving.id })).toMatchObject({ status: 'ok' })
    }
    await releaseJob.run(payload, now)
    expect(await ids('unassigned')).not.toContain(unassigned.id)
    await leave(leaving)
    await releaseJob.run(payload, now)
    expect(await ids('unassigned')).toEqual(expect.arrayContaining([unassigned.id, overdue.id]))
    for (const { id } of [unassigned, waiting, overdue]) expect((await read(id)).assignee ?? null).toBeNull()
    expect((await read(mine.id)).assignee).toBe(officer.id)
  })

  it('does not count the days in which we wait for the person, and goes on counting with their reply', async () => {
    const { dueAt } = await read(waiting.id)
    expect(dueAt ?? null).toBeNull()
    await personAdds(waiting)
    expect(await ids('overdue')).toContain(waiting.id)
    const asked = await createInquiry(payload, { receivedAt: now.toISOString(), targetDays: 2 })
    const dueFirst = (await read(asked.id)).dueAt
    await addMessage(await at(asked), { type: 'asked', text: 'ما رقم الطلب؟' })
    const weeksLater = new Date(now.getTime() + 35 * 86_400_000)
    await personAdds(asked, () => weeksLater)
    const dueAgain = (await read(asked.id)).dueAt
    expect(Date.parse(dueAgain ?? '')).toBe(Date.parse(dueFirst ?? '') + 35 * 86_400_000)
  })

  it('shows what was answered and not closed, so that nobody forgets to close it', async () => {
    await addMessage(await at(mine), { type: 'answered', text: 'نعم' })
    expect(await ids('answered')).toContain(mine.id)
    await close(await at(mine))
    expect(await ids('answered')).not.toContain(mine.id)
  })

  it('puts first what is due first, what has no date after it, and what is not on us last', async () => {
    const laterDue = await createInquiry(payload, { receivedAt: '2026-11-16T09:00:00.000Z', targetDays: 2 })
    const reader = await createUser('أروى', 'case-officer')
    for (const inquiry of [unassigned, waiting, laterDue, overdue]) {
      expect(await assign(await at(inquiry), { assignee: reader.id })).toMatchObject({ status: 'ok' })
    }
    expect(await ids('mine', reader)).toEqual([overdue.id, laterDue.id, unassigned.id, waiting.id])
  })

  it('names who has a case', async () => {
    const leaving = await createUser('لمى', 'case-officer')
    await assign(await at(mine), { assignee: leaving.id })
    const held = async () => (await list('mine', leaving)).cases.find(({ id }) => id === mine.id)?.assignee
    expect(await held()).toEqual({ id: leaving.id, name: 'لمى' })
    const folder = await readCase({ payload, user: officer, id: mine.id, locale: 'ar', now })
    expect(folder?.assignee).toEqual({ id: leaving.id, name: 'لمى' })
  })

  it('tells what is due later today from what is overdue and what is due tomorrow', async () => {
    const dueAt = async (receivedAt: string) => (await createInquiry(payload, { receivedAt, targetDays: 2 })).id
    const [yesterday, thisAfternoon, tomorrow] = await Promise.all([
      dueAt('2026-11-18T14:00:00.000Z'),
      dueAt('2026-11-22T08:00:00.000Z'),
      dueAt('2026-11-23T07:00:00.000Z'),
    ])
    const [today, passed] = [await ids('today'), await ids('overdue')]
    expect(today).toContain(thisAfternoon)
    expect(passed).toContain(yesterday)
    for (const list of [today, passed]) expect(list).not.toContain(tomorrow)
    expect(nonEmpty(today).filter((id) => passed.includes(id))).toEqual([])
  })

  it('gives nothing to who has no business with cases', async () => {
    const leadOfNothing = await createUser('عبير', 'department-lead')
    expect(await countCases(payload, leadOfNothing, now)).toMatchObject({
      unassigned: 0,
      today: 0,
      mine: 0,
      answered: 0,
    })
    await expect(list('all', editor)).rejects.toBeInstanceOf(Forbidden)
  })

  it('comes in pages, each where the one before it ended, there and back', async () => {
    const receivedAt = '2026-11-20T09:00:00.000Z'
    // Of one instant, so that only the row's id tells them apart.
    for (let index = 0; index < casesPerPage * 2; index += 1) await createInquiry(payload, { receivedAt })
    for (const view of ['all', 'unassigned'] as const) {
      const page = (place: { after?: string; before?: string }) =>
        listCases({ payload, user: officer, now, view, ...place })
      const forth: string[][] = []
      let reached = await page({})
      expect(reached.previous).toBeNull()
      for (;;) {
        forth.push(reached.cases.map(({ id }) => id))
        if (!reached.next) break
        reached = await page({ after: reached.next })
      }
      expect(forth.length).toBeGreaterThan(2)
      expect(new Set(forth.flat()).size).toBe(forth.flat().length)
      const unassignedOnly = {
        assignee: { exists: false },
        department: { exists: false },
        status: { in: ['new', 'open'] },
      }
      const where: Where = view === 'all' ? {} : unassignedOnly
      const { totalDocs } = await payload.count({ collection: 'inquiries', where, ...asSystem('test-setup') })
      expect(forth.flat()).toHaveLength(totalDocs)
      const back: string[][] = [reached.cases.map(({ id }) => id)]
      while (reached.previous) {
        reached = await page({ before: reached.previous })
        back.unshift(reached.cases.map(({ id }) => id))
      }
      expect(back).toEqual(forth)
    }
  })

  it.each(['nonsense', '2026-11-24T09:00:00.000Z~', "x~' or 1=1"])('begins at the beginning for %j', async (after) => {
    const first = await list('all')
    const asked = await listCases({ payload, user: officer, now, view: 'all', after, before: after })
    expect(asked.cases).toEqual(first.cases)
  })

  it('narrows a view by kind and channel, and everything by status', async () => {
    const complaint = await createInquiry(payload, { kind: 'complaint', channel: 'letter' })
    const filters = { status: null, kind: 'complaint', channel: 'letter' } as const
    const narrowed = await listCases({ payload, user: officer, now, view: 'unassigned', filters })
    expect(narrowed).toMatchObject({ total: 1, cases: [{ id: complaint.id }] })
    const waitingOnly = { status: 'waiting', kind: null, channel: null } as const
    const { cases } = await listCases({ payload, user: officer, now, view: 'all', filters: waitingOnly })
    expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(['waiting']))
  })

  it.each([
    ['a mobile', '٠٥٥ ٧٧٧ ٨٨٩٩'],
    ['a mobile as it is abroad', '+966 55 777 8899'],
    ['a mobile that was copied with its marks', '\u2068+966\u00a055\u202f777 8899\u2069'],
    ['a mobile beside a word', 'جوال: 0557778899'],
    ['an address', ' Maha@Example.org '],
    ['an address that was copied with its marks', '\u200fmaha@example.org\u200b'],
    ['an address with the name beside it', 'مها <maha@example.org>'],
  ])('finds a person by %s', async (_, typed) => {
    const theirs = await createInquiry(payload, { phone: '+966557778899', email: 'maha@example.org' })
    const find = findCondition(typed)
    const found = await listCases({ payload, user: officer, now, view: 'all', find })
    expect(found.cases.map(({ id }) => id)).toContain(theirs.id)
    expect(found.cases.map(({ id }) => id)).not.toContain(mine.id)
  })

  it('finds an international address by either of its writings', async () => {
    const theirs = await createInquiry(payload, { email: 'sara@xn--mgbh0fb.xn--mgberp4a5d4ar' })
    for (const typed of ['Sara@مثال.السعودية', 'sara@xn--mgbh0fb.xn--mgberp4a5d4ar', '\u200fsara@مثال۔السعودية']) {
      const found = await listCases({ payload, user: officer, now, view: 'all', find: findCondition(typed) })
      expect([typed, found.cases.map(({ id }) => id)]).toEqual([typed, [theirs.id]])
    }
  })

  it.each(['\u200f{}\u200e', 'رقم {}', '{}.', '\u00a0{}'])('finds a reference as it is pasted: %j', async (around) => {
    const theirs = await createInquiry(payload)
    const { reference } = theirs
    const typed = around.replace('{}', reference.replace(/(...)(?=.)/g, '$1\u00a0'))
    const found = await listCases({ payload, user: officer, now, view: 'mine', find: findCondition(typed) })
    expect(found.cases.map(({ id }) => id)).toEqual([theirs.id])
  })

  it('finds a reference in Arabic-Indic digits, in any spacing', async () => {
    const theirs = await createInquiry(payload)
    const { reference } = theirs
    const easternDigits = [...reference].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join('')
    const typed = easternDigits.replace(/(...)(?=.)/g, '$1 ')
    const found = await listCases({ payload, user: officer, now, view: 'mine', find: findCondition(typed) })
    expect(found.cases.map(({ id }) => id)).toEqual([theirs.id])
  })

  it.each(['', 'نورة', '12', 'a@', '<script>', '\u200f', '\u2800', 'a b@example.org'])(
    'asks nothing of the database for %j',
    (typed) => {
      expect(findCondition(typed)).toBeNull()
    },
  )

  it('never finds for a lead what is not theirs', async () => {
    await createInquiry(payload, { email: 'secret@example.org' })
    const found = await listCases({ payload, user: lead, now, view: 'all', find: findCondition('secret@example.org') })
    expect(found.total).toBe(0)
  })
})
