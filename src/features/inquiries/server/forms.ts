import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { westernDigits } from '@/platform/arabic'
import { readableEmail } from '@/platform/email-address'
import { logger } from '@/platform/logger'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import type { KeptAttachment } from '@/shared/files/domain/attachment'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { keptAttachment } from '@/shared/files/server/attachments'
import { formText } from '@/shared/intake/form-text'
import type { InquiryKind } from '@/shared/vocabulary/inquiry-kinds'
import type { InquiryFormState, NotAccepted, ReplyFormState, TrackFormState } from '../schema'
import { readReceiptToken, readReplyToken, readTrackingToken, receiptToken, replyToken, trackingToken } from './links'
import { filesOf, keptFilesOf, readInquiryForm, submissionKeyOf } from './read-form'
import { reply } from './reply'
import { submitInquiry } from './submit-inquiry'
import { findByCode, getTracked, type TrackedInquiry } from './tracking'

/**
 * What the site's Server Actions call: a posted form in, the form's next state or a sealed token
 * out. A database that is away is a state like any other: nothing typed is lost.
 */

const clock = () => new Date()

type Posted<State> = { status: 'ok'; token: string } | { status: 'again'; state: State }

const keptFor = async (key: string): Promise<KeptAttachment[]> =>
  (await attachmentsOf(await getCms(), key)).map(keptAttachment)

const notAccepted = (reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'honeypot'): NotAccepted =>
  reason === 'tooMany' ? 'tooMany' : 'again'

export interface SiteFacts {
  clientAddress: string
  /** The browser, as it names itself. */
  clientAgent: string
  targetDaysOf: (kind: InquiryKind) => number | null
  /** Published services; asked for inside, so that a database that is away is noticed here. */
  services: () => Promise<readonly { id: string; slug: string }[]>
}

/** @returns the receipt's token, or the form with everything typed */
export async function postInquiry(form: FormData, facts: SiteFacts): Promise<Posted<InquiryFormState>> {
  const posted = readInquiryForm(form)
  const redisplay = (more: Partial<InquiryFormState>): Posted<InquiryFormState> => ({
    status: 'again',
    state: {
      outcome: 'invalid',
      errors: {},
      values: { ...posted.values, email: readableEmail(posted.values.email) },
      submissionKey: posted.submissionKey,
      kept: [],
      faultyFiles: [],
      ...more,
    },
  })
  const submit = async (): Promise<Posted<InquiryFormState>> => {
    const payload = await getCms()
    const services = await facts.services()
    const result = await submitInquiry({
      payload,
      clock,
      posted,
      clientAddress: facts.clientAddress,
      clientAgent: facts.clientAgent,
      consentVersion: privacyNoticeVersion,
      targetDaysOf: facts.targetDaysOf,
      serviceIdOf: (slug) => services.find((service) => service.slug === slug)?.id ?? null,
    })
    if (result.status === 'ok') return { status: 'ok', token: receiptToken(result.submissionKey, clock()) }
    logger.info(
      result.status === 'invalid'
        ? { form: 'inquiry', faults: result.errors }
        : { form: 'inquiry', reason: result.reason },
      'a form was sent back',
    )
    const submissionKey = result.submissionKey ?? posted.submissionKey
    const shown = { submissionKey, kept: await keptFor(submissionKey) }
    return result.status === 'invalid'
      ? redisplay({ errors: result.errors, faultyFiles: result.faultyFiles, ...shown })
      : redisplay({ outcome: notAccepted(result.reason), ...shown })
  }
  return fallbackWhenAway('inquiry form', submit, () => redisplay({ outcome: 'unavailable' }))
}

/** @returns the case's token for two hours, or the form with what was typed */
export async function postTrack(form: FormData, clientAddress: string): Promise<Posted<TrackFormState>> {
  const digitsOf = (name: string) => westernDigits(formText(form, name).slice(0, 100))
  const typed = { reference: digitsOf('reference'), code: digitsOf('code') }
  const redisplay = (more: Partial<TrackFormState>): Posted<TrackFormState> => ({
    status: 'again',
    state: { outcome: 'invalid', errors: {}, ...typed, ...more },
  })
  const find = async (): Promise<Posted<TrackFormState>> => {
    const result = await findByCode({ payload: await getCms(), typed, clientAddress })
    switch (result.status) {
      case 'ok':
        return { status: 'ok', token: trackingToken(result.submissionKey, { end: { from: clock() } }) }
      case 'invalid':
        return redisplay({ errors: result.errors })
      case 'refused':
        return redisplay({ outcome: 'tooMany' })
      case 'unknown':
        return redisplay({ outcome: 'unknown' })
    }
  }
  return fallbackWhenAway('tracking form', find, () => redisplay({ outcome: 'unavailable' }))
}

/** The token of the reply form on a case's page; null where the page's own has run out. */
export function replyTokenFor(token: string, now: Date): string | null {
  const submissionKey = readTrackingToken(token, now)
  return submissionKey && replyToken(submissionKey, now)
}

/** @returns the token of the page it came from, or the form with everything typed */
export async function postReply(form: FormData, clientAddress: string): Promise<Posted<ReplyFormState>> {
  const token = formText(form, 'token')
  const postedToken = formText(form, 'replyToken')
  const inquiryKey = readReplyToken(postedToken, clock()) ?? readTrackingToken(token, clock())
  const replyKey = submissionKeyOf(form)
  const text = formText(form, 'reply')
  const redisplay = (more: Partial<ReplyFormState>): Posted<ReplyFormState> => ({
    status: 'again',
    state: {
      outcome: 'invalid',
      errors: {},
      text,
      replyKey,
      replyToken: postedToken,
      kept: [],
      faultyFiles: [],
      ...more,
    },
  })
  if (!inquiryKey) return redisplay({ outcome: 'expired' })
  const send = async (): Promise<Posted<ReplyFormState>> => {
    const result = await reply({
      payload: await getCms(),
      clock,
      inquiryKey,
      replyKey,
      text,
      files: filesOf(form),
      ...keptFilesOf(form),
      honeypot: formText(form, 'website'),
      clientAddress,
    })
    if (result.status === 'ok') return { status: 'ok', token }
    if (result.status === 'unknown') return redisplay({ outcome: 'unknown' })
    const goesOn = result.replyKey ?? replyKey
    const shown = { replyKey: goesOn, kept: await keptFor(goesOn) }
    return result.status === 'invalid'
      ? redisplay({ errors: result.errors, faultyFiles: result.faultyFiles, ...shown })
      : redisplay({ outcome: notAccepted(result.reason), ...shown })
  }
  return fallbackWhenAway('reply form', send, () => redisplay({ outcome: 'unavailable' }))
}

export type Opened =
  | { status: 'ok'; tracked: TrackedInquiry }
  /** Altered, or its time has run out. */
  | { status: 'expired' }
  | { status: 'unavailable' }

async function open(submissionKey: string | null, locale: Locale): Promise<Opened> {
  if (!submissionKey) return { status: 'expired' }
  const read = async (): Promise<Opened> => {
    const tracked = await getTracked(await getCms(), submissionKey, locale)
    return tracked ? { status: 'ok', tracked } : { status: 'expired' }
  }
  return fallbackWhenAway('case of a link', read, () => ({ status: 'unavailable' }))
}

/** The case behind a receipt's token, and a token with which to follow it. */
export const openReceipt = (token: string, locale: Locale, now: Date): Promise<Opened> =>
  open(readReceiptToken(token, now), locale)

/** The case behind a tracking token. */
export const openTracked = (token: string, locale: Locale, now: Date): Promise<Opened> =>
  open(readTrackingToken(token, now), locale)
