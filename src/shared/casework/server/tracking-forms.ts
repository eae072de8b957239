import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { westernDigits } from '@/platform/arabic'
import { readableEmail } from '@/platform/email-address'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { keptUnder } from '@/shared/files/server/attachments'
import { postedFilesOf } from '@/shared/files/server/posted-files'
import { notAccepted, type Posted } from '@/shared/intake/domain/posted'
import { formKeyOf, formLine, formText } from '@/shared/intake/form-text'
import type { LostFormState, ReplyFormState, TrackFormState } from '../schema'
import { type OwnCase, ownCases } from './cases-of-contact'
import {
  type CaseLink,
  readOwnCasesToken,
  readReceiptToken,
  readReplyToken,
  readTrackingToken,
  replyToken,
  trackingToken,
} from './links'
import { reply } from './reply'
import { requestLink } from './request-link'
import { findByCode, findCaseByKey, getTracked, type TrackedCase } from './tracking'

/**
 * What the Server Actions of a person's own pages call: a posted form in, the form's next state or a
 * sealed token out. A database that is away is a state like any other: nothing typed is lost.
 */

const clock = () => new Date()

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
        return { status: 'ok', token: trackingToken(result, { end: { from: clock() } }) }
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

/** @returns an empty token, whether or not there is such a case, or the form with what was typed */
export async function postLost(form: FormData, locale: Locale, clientAddress: string): Promise<Posted<LostFormState>> {
  const contact = westernDigits(formLine(form, 'contact').slice(0, 400))
  const reference = westernDigits(formLine(form, 'reference').slice(0, 100))
  const redisplay = (more: Partial<LostFormState>): Posted<LostFormState> => ({
    status: 'again',
    state: { outcome: 'invalid', errors: {}, contact: readableEmail(contact), reference, ...more },
  })
  const ask = async (): Promise<Posted<LostFormState>> => {
    const result = await requestLink({
      payload: await getCms(),
      clock,
      typed: { contact, reference },
      locale,
      honeypot: formText(form, 'website'),
      clientAddress,
    })
    if (result.status === 'ok') return { status: 'ok', token: '' }
    return result.status === 'invalid'
      ? redisplay({ errors: result.errors })
      : redisplay({ outcome: notAccepted(result.reason) })
  }
  return fallbackWhenAway('lost code form', ask, () => redisplay({ outcome: 'unavailable' }))
}

/** The token of the reply form on a case's page; null where the page's own has run out. */
export function replyTokenFor(token: string, now: Date): string | null {
  const link = readTrackingToken(token, now)
  return link && replyToken(link, now)
}

/** @returns the token of the page it came from, or the form with everything typed */
export async function postReply(form: FormData, clientAddress: string): Promise<Posted<ReplyFormState>> {
  const token = formText(form, 'token')
  const postedToken = formText(form, 'replyToken')
  const link = readReplyToken(postedToken, clock()) ?? readTrackingToken(token, clock())
  const replyKey = formKeyOf(form).submissionKey
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
      rejectedFiles: [],
      ...more,
    },
  })
  if (!link) return redisplay({ outcome: 'expired' })
  const send = async (): Promise<Posted<ReplyFormState>> => {
    const payload = await getCms()
    const row = await findCaseByKey(payload, link.submissionKey)
    if (row && !isOpenedBy(row, link)) return redisplay({ outcome: 'expired' })
    const result = await reply({
      payload,
      clock,
      caseKey: link.submissionKey,
      replyKey,
      text,
      ...postedFilesOf(form),
      honeypot: formText(form, 'website'),
      clientAddress,
    })
    if (result.status === 'ok') return { status: 'ok', token }
    if (result.status === 'unknown') return redisplay({ outcome: 'unknown' })
    const goesOn = result.replyKey ?? replyKey
    const shown = { replyKey: goesOn, kept: await keptUnder(await getCms(), goesOn) }
    return result.status === 'invalid'
      ? redisplay({ errors: result.errors, rejectedFiles: result.rejectedFiles, ...shown })
      : redisplay({ outcome: notAccepted(result.reason), ...shown })
  }
  return fallbackWhenAway('reply form', send, () => redisplay({ outcome: 'unavailable' }))
}

export type Opened =
  | { status: 'ok'; tracked: TrackedCase }
  /** Altered, or its time has run out. */
  | { status: 'expired' }
  | { status: 'unavailable' }

/** A link from before the code was issued again opens nothing: somebody else may hold it. */
const isOpenedBy = ({ codeIssue }: { codeIssue?: number | null }, link: CaseLink): boolean =>
  (codeIssue ?? 0) === link.codeIssue

async function open(link: CaseLink | null, locale: Locale): Promise<Opened> {
  if (!link) return { status: 'expired' }
  const read = async (): Promise<Opened> => {
    const tracked = await getTracked(await getCms(), link.submissionKey, locale)
    return tracked && isOpenedBy(tracked, link) ? { status: 'ok', tracked } : { status: 'expired' }
  }
  return fallbackWhenAway('case of a link', read, () => ({ status: 'unavailable' }))
}

/** The case behind a receipt's token, and a token with which to follow it. */
export const openReceipt = (token: string, locale: Locale, now: Date): Promise<Opened> =>
  open(readReceiptToken(token, now), locale)

/** Reference and code, as a link in a text message has them. */
const shortLink = /^(\d{9})([0-9A-Za-z]{12}|\d{20})$/

/**
 * The sealed token of a link: its own, or of a short one's numbers, which are counted like typed ones.
 * @returns an empty token when they open nothing, null when the database is away
 */
export async function sealedTokenOf(token: string, clientAddress: string, now: Date): Promise<string | null> {
  const [, reference, code] = shortLink.exec(token) ?? []
  if (!reference || !code) return token
  const find = async () => {
    const found = await findByCode({ payload: await getCms(), typed: { reference, code }, clientAddress })
    return found.status === 'ok' ? trackingToken(found, { end: { from: now } }) : ''
  }
  return fallbackWhenAway('short link', find, () => null)
}

/** The case behind a tracking token. */
export const openTracked = (token: string, locale: Locale, now: Date): Promise<Opened> =>
  open(readTrackingToken(token, now), locale)

export type OpenedOwnCases =
  | { status: 'ok'; cases: OwnCase[] }
  /** Altered, or its hour has run out. */
  | { status: 'expired' }
  | { status: 'unavailable' }

/** The cases of the contact to which a link was sent. */
export async function openOwnCases(token: string, locale: Locale, now: Date): Promise<OpenedOwnCases> {
  const contact = readOwnCasesToken(token, now)
  if (!contact) return { status: 'expired' }
  const read = async (): Promise<OpenedOwnCases> => ({
    status: 'ok',
    cases: await ownCases(await getCms(), contact, locale, now),
  })
  return fallbackWhenAway('list of a contact', read, () => ({ status: 'unavailable' }))
}
