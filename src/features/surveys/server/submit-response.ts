import { type Payload, ValidationError } from 'payload'
import type { Locale } from '@/i18n/routing'
import { storedDay } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { readProof } from '@/platform/proof-of-work'
import { asSystem } from '@/platform/system-payload'
import { type AnswerError, type ReadAnswers, readAnswers } from '../domain/answers'
import { contactLimit } from '../schema'
import { type Invitation, invitationByToken, invitedSubmissionKey } from './invitations'
import { evaluationsPerAddress, evaluationsWithoutProof } from './limits'
import { sealContact, sealTexts } from './personal-fields'
import { surveyById } from './queries'
import type { PostedEvaluation } from './read-form'
import { isOpen, type SurveyView } from './survey-view'

export interface SubmitResponse {
  payload: Payload
  clock: () => Date
  posted: PostedEvaluation
  locale: Locale
  /** Of the network, as the entry saw it. */
  clientAddress: string
  /** Whether a service of this slug is published. */
  isService: (slug: string) => Promise<boolean>
}

export type SubmitResponseResult =
  /** Stored, now or by an earlier posting of the same form. */
  | { status: 'ok' }
  /** The invitation's one response was there already. */
  | { status: 'used' }
  | { status: 'invalid'; errors: Record<string, AnswerError>; isContactTooLong: boolean }
  | { status: 'nothing' }
  | { status: 'closed' }
  /** The invitation's link is none of ours. */
  | { status: 'unknown' }
  | { status: 'refused'; reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'trap' }

type Origin = { kind: 'open' } | { kind: 'invited'; invitation: Invitation }

/**
 * Takes in an evaluation: one row, written by one statement, whose unique keys make every repetition
 * of a form, and every second use of an invitation, the same response. Nothing of who sent it is kept.
 * @throws on a database that doesn't answer
 */
export async function submitResponse(input: SubmitResponse): Promise<SubmitResponseResult> {
  const { payload, clock, posted, locale } = input
  const now = clock()
  const origin = await originOf(payload, posted.token)
  if (!origin) return { status: 'unknown' }
  const submissionKey =
    origin.kind === 'invited' ? invitedSubmissionKey(origin.invitation.id) : `open:${posted.submissionKey}`
  const repeated = { status: origin.kind === 'invited' ? 'used' : 'ok' } as const
  if (await exists(payload, 'submissionKey', submissionKey)) return repeated
  if (posted.trap) return { status: 'refused', reason: 'trap' }

  const survey = await surveyOf(input, origin)
  if (!survey || !isOpen(survey, now)) return { status: 'closed' }
  const checked = check(survey, posted)
  if (checked.status !== 'ok') return checked

  const guarded = await guard(input, origin, now)
  if (guarded.status === 'refused') return guarded
  const aboutService = posted.service !== '' && (await input.isService(posted.service)) ? posted.service : null

  try {
    await payload.create({
      collection: 'survey-responses',
      data: {
        survey: survey.id,
        answers: checked.coded,
        textKeys: Object.keys(checked.texts),
        texts: sealTexts(checked.texts),
        contact: survey.hasContact ? sealContact(posted.contact) : null,
        isInvited: origin.kind === 'invited',
        serviceSlug: origin.kind === 'invited' ? origin.invitation.serviceSlug : aboutService,
        channel: origin.kind === 'invited' ? origin.invitation.channel : null,
        locale,
        // The day only: the hour could be matched with a mail, a log or a visit.
        submittedAt: storedDay(now).toISOString(),
        submissionKey,
        proof: guarded.proof,
      },
      depth: 0,
      ...asSystem('answer-survey'),
    })
    return { status: 'ok' }
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    // Somebody was faster with the same key: the same form twice, or the same proof.
    if (await exists(payload, 'submissionKey', submissionKey)) return repeated
    if (await exists(payload, 'proof', guarded.proof)) return { status: 'refused', reason: 'proofUsed' }
    throw error
  }
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

async function exists(payload: Payload, key: 'submissionKey' | 'proof', value: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'survey-responses',
    where: { [key]: { equals: value } },
    ...asSystem('answer-survey'),
  })
  return totalDocs > 0
}
