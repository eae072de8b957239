import { type Payload, ValidationError } from 'payload'
import type { Locale } from '@/i18n/routing'
import { storedDay } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { type AnswerError, type ReadAnswers, readAnswers } from '@/shared/forms/domain/answers'
import { passingNames } from '@/shared/intake/passing-secret'
import { readProof } from '@/shared/intake/proof-of-work'
import {
  type Content,
  canonicalText,
  type FoundSubmission,
  findSubmission,
  keyBeside,
} from '@/shared/intake/submission'
import { contactLimit } from '../schema'
import { type Invitation, invitationByToken, invitedSubmissionKey } from './invitations'
import { evaluationsPerAddress, evaluationsWithoutProof } from './limits'
import { decryptContact, decryptTexts, encryptContact, encryptTexts } from './personal-fields'
import { surveyById } from './queries'
import type { PostedEvaluation } from './read-form'
import { isOpen, type SurveyView } from './survey-view'

export interface SubmitResponse {
  payload: Payload
  clock: () => Date
  posted: PostedEvaluation
  locale: Locale
  /** The client's address as the entry saw it. */
  clientAddress: string
  /** The User-Agent header, which distinguishes people behind one address. */
  clientAgent?: string
  /** Whether a service of this slug is published. */
  isService: (slug: string) => Promise<boolean>
}

export type SubmitResponseResult =
  /** Stored, by this post or an earlier one of the same form. */
  | { status: 'ok' }
  /** The invitation has been used already. */
  | { status: 'used' }
  | { status: 'invalid'; errors: Record<string, AnswerError>; isContactTooLong: boolean }
  | { status: 'nothing' }
  | { status: 'closed' }
  /** There is no such invitation. */
  | { status: 'unknown' }
  | { status: 'refused'; reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'honeypot' }

type Origin = { kind: 'open' } | { kind: 'invited'; invitation: Invitation }

/** Each attempt lost the key to other answers at the same moment. */
const KEY_TRIES = 3

/**
 * Stores an evaluation as one row by one statement. Unique keys make repetitions of a form, and further uses of an
 * invitation, the same response (src/shared/intake/submission.ts). Nothing that identifies the sender is kept.
 * @throws when the database does not answer
 */
export async function submitResponse(input: SubmitResponse): Promise<SubmitResponseResult> {
  const { payload, clock, posted, locale } = input
  const now = clock()
  const origin = await originOf(payload, posted.token)
  if (!origin) return { status: 'unknown' }
  const survey = await surveyOf(input, origin)
  const checked = survey && check(survey, posted)
  const contact = survey?.hasContact ? posted.contact : ''
  const service = await serviceOf(input, origin)
  const sent = async (): Promise<Content> =>
    checked?.status === 'ok'
      ? contentOf({ survey: survey?.id ?? '', answers: checked.coded, texts: checked.texts, contact, service, locale })
      : { typed: posted.typed, contact }

  let guarded: Guarded | null = null
  for (let tried = 0; tried < KEY_TRIES; tried += 1) {
    const place = await placeOf(input, origin, sent, now)
    if (place === 'used' || place.isStored) return { status: place === 'used' ? 'used' : 'ok' }
    if (posted.honeypot) return { status: 'refused', reason: 'honeypot' }
    if (!survey || !checked || !isOpen(survey, now)) return { status: 'closed' }
    if (checked.status !== 'ok') return checked
    guarded ??= await guard(input, origin, now)
    if (guarded.status === 'refused') return guarded
    try {
      await payload.create({
        collection: 'survey-responses',
        data: {
          survey: survey.id,
          answers: checked.coded,
          textKeys: Object.keys(checked.texts),
          texts: encryptTexts(checked.texts),
          contact: encryptContact(contact),
          isInvited: origin.kind === 'invited',
          serviceSlug: service,
          channel: origin.kind === 'invited' ? origin.invitation.channel : null,
          locale,
          // The day only, because the hour could be matched with a mail or a log.
          submittedAt: storedDay(now).toISOString(),
          submissionKey: place.key,
          proof: guarded.proof,
        },
        depth: 0,
        ...asSystem('answer-survey'),
      })
      return { status: 'ok' }
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
      // Lost the race: the same form twice, other answers under its key, or the same proof.
      const isKeyTaken = (await responseUnder(payload, place.key)) !== null
      if (isKeyTaken) continue
      if (await isProofUsed(payload, guarded.proof)) return { status: 'refused', reason: 'proofUsed' }
      throw error
    }
  }
  throw new Error('An evaluation found every key taken.')
}

/**
 * Under which key a response is stored, or is to be stored. An invitation has one for good; a form
 * that came without one, because its page runs no script, is known for some minutes by its sender.
 */
async function placeOf(
  { payload, posted, clientAddress, clientAgent = '' }: SubmitResponse,
  origin: Origin,
  sent: () => Promise<Content>,
  now: Date,
): Promise<FoundSubmission | 'used'> {
  const contentUnder = (key: string) => responseUnder(payload, key)
  if (origin.kind === 'invited') {
    const key = invitedSubmissionKey(origin.invitation.id)
    const stored = await contentUnder(key)
    if (stored === null) return { isStored: false, key }
    return canonicalText(stored) === canonicalText(await sent()) ? { isStored: true, key } : 'used'
  }
  if (!posted.isKeyless) return findSubmission({ formKey: openKey(posted.submissionKey), content: sent, contentUnder })
  const content = await sent()
  const names = await passingNames(payload, canonicalText([clientAddress, clientAgent]), now)
  const keys = names.map((name) => openKey(keyBeside(name, content)))
  for (const key of keys) if ((await contentUnder(key)) !== null) return { isStored: true, key }
  return { isStored: false, key: keys[0] ?? openKey(posted.submissionKey) }
}

const openKey = (key: string) => `open:${key}`

interface StoredParts {
  survey: string
  answers: Readonly<Record<string, Content>>
  texts: Readonly<Record<string, string>>
  contact: string
  service: string | null
  locale: string
}

/** Everything that makes a response this one and no other. */
const contentOf = ({ survey, answers, texts, contact, service, locale }: StoredParts): Content => ({
  ...{ survey, answers, texts, contact, service, locale },
})

/** What is stored under a key, or null. */
async function responseUnder(payload: Payload, submissionKey: string): Promise<Content> {
  const { docs } = await payload.find({
    collection: 'survey-responses',
    where: { submissionKey: { equals: submissionKey } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('answer-survey'),
  })
  const [row] = docs
  if (!row) return null
  return contentOf({
    survey: typeof row.survey === 'string' ? row.survey : row.survey.id,
    answers: row.answers as StoredParts['answers'],
    texts: decryptTexts(row.texts),
    contact: decryptContact(row.contact) ?? '',
    service: row.serviceSlug ?? null,
    locale: row.locale,
  })
}

/** An invitation names its own service; an open form only one that is offered. */
async function serviceOf({ posted, isService }: SubmitResponse, origin: Origin): Promise<string | null> {
  if (origin.kind === 'invited') return origin.invitation.serviceSlug
  return posted.service !== '' && (await isService(posted.service)) ? posted.service : null
}

async function originOf(payload: Payload, token: string): Promise<Origin | null> {
  if (!token) return { kind: 'open' }
  const invitation = await invitationByToken(payload, token)
  return invitation && { kind: 'invited', invitation }
}

/** An invitation leads to its own survey; an open form only to one that is open to whom it is shown. */
async function surveyOf({ payload, posted, locale }: SubmitResponse, origin: Origin): Promise<SurveyView | null> {
  const id = origin.kind === 'invited' ? origin.invitation.survey : posted.survey
  const survey = id ? await surveyById(payload, { id, locale }) : null
  if (origin.kind === 'invited') return survey
  const audience = posted.service ? 'service' : 'everyone'
  return survey?.audiences.includes(audience) ? survey : null
}

type Checked = Extract<ReadAnswers, { status: 'ok' }> | Extract<SubmitResponseResult, { status: 'invalid' | 'nothing' }>

function check(survey: SurveyView, posted: PostedEvaluation): Checked {
  const read = readAnswers(survey.questions, posted.typed)
  const isContactTooLong = survey.hasContact && posted.contact.length > contactLimit
  if (read.status === 'invalid') return { status: 'invalid', errors: read.errors, isContactTooLong }
  return isContactTooLong ? { status: 'invalid', errors: {}, isContactTooLong } : read
}

type Guarded = { status: 'ok'; proof: string } | Extract<SubmitResponseResult, { status: 'refused' }>

/** An invitation proves more than work does; everybody else is held to the limits of their address. */
async function guard({ posted, clientAddress }: SubmitResponse, origin: Origin, now: Date): Promise<Guarded> {
  if (!(await evaluationsPerAddress().consume(clientAddress))) return { status: 'refused', reason: 'tooMany' }
  const none = { status: 'ok', proof: `none:${randomToken()}` } as const
  if (origin.kind === 'invited') return none
  const proof = await readProof(posted.proof, now)
  if (!proof) {
    return (await evaluationsWithoutProof().consume(clientAddress)) ? none : { status: 'refused', reason: 'tooMany' }
  }
  if (now.getTime() - proof.issuedAt < env().MINIMUM_FORM_SECONDS * 1000) {
    return { status: 'refused', reason: 'tooSoon' }
  }
  return { status: 'ok', proof: `work:${proof.id}` }
}

async function isProofUsed(payload: Payload, proof: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'survey-responses',
    where: { proof: { equals: proof } },
    ...asSystem('answer-survey'),
  })
  return totalDocs > 0
}
