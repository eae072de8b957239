import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import { fallbackWhenAway, staleOnError } from '@/platform/stale-on-error'
import type { Audience } from '../domain/survey'
import type { EvaluationFormState } from '../schema'
import { type Invitation, invitationByToken, invitationOfInquiry, invitationPath, isUsed } from './invitations'
import { closedSurvey, openSurvey, surveyById } from './queries'
import { readEvaluationForm } from './read-form'
import { submitResponse } from './submit-response'
import { isOpen, type SurveyView } from './survey-view'

/**
 * Called by pages and Server Actions of the site. An unavailable database is an expected outcome: nothing typed is
 * lost.
 */

export type PostedResult =
  | { status: 'ok' }
  /** The invitation's page shows the outcome. */
  | { status: 'invitation'; token: string }
  | { status: 'again'; state: EvaluationFormState }

/** @returns where to go, or the form with everything typed */
export async function postEvaluation(
  form: FormData,
  {
    locale,
    clientAddress,
    clientAgent,
    services,
  }: {
    locale: Locale
    clientAddress: string
    /** The User-Agent header. */
    clientAgent?: string
    /** Published services; called inside, so that an unavailable database is noticed here. */
    services: () => Promise<readonly { slug: string }[]>
  },
): Promise<PostedResult> {
  const posted = readEvaluationForm(form)
  const redisplay = (more: Partial<EvaluationFormState>): PostedResult => ({
    status: 'again',
    state: {
      outcome: 'invalid',
      errors: {},
      isContactTooLong: false,
      typed: posted.typed,
      contact: posted.contact,
      submissionKey: posted.submissionKey,
      ...more,
    },
  })
  const submit = async (): Promise<PostedResult> => {
    const result = await submitResponse({
      payload: await getCms(),
      clock: () => new Date(),
      posted,
      locale,
      clientAddress,
      clientAgent,
      isService: async (slug) => (await services()).some((service) => service.slug === slug),
    })
    switch (result.status) {
      case 'ok':
        return result
      case 'used':
      case 'unknown':
        return { status: 'invitation', token: posted.token }
      case 'invalid':
        return redisplay({ errors: result.errors, isContactTooLong: result.isContactTooLong })
      case 'refused':
        return redisplay({ outcome: result.reason === 'tooMany' ? 'tooMany' : 'again' })
      default:
        return redisplay({ outcome: result.status })
    }
  }
  return fallbackWhenAway('evaluation form', submit, () => redisplay({ outcome: 'unavailable' }))
}

export type OpenedSurvey =
  | { status: 'ok'; survey: SurveyView }
  | { status: 'closed'; last: SurveyView | null }
  | { status: 'unavailable' }

/**
 * The survey of a public page, or the one that closed last. While the database is unavailable it is the last known
 * one, so that an evaluation returns with everything typed.
 */
export async function openPublicSurvey(audience: Audience, locale: Locale, now: Date): Promise<OpenedSurvey> {
  const found = await staleOnError(
    `survey:${audience}:${locale}`,
    async () => {
      const payload = await getCms()
      const asked = { audience, locale, now }
      return (await openSurvey(payload, asked)) ?? (await closedSurvey(payload, asked)) ?? 'none'
    },
    async () => null,
  )
  if (!found) return { status: 'unavailable' }
  if (found === 'none') return { status: 'closed', last: null }
  return isOpen(found, now) ? { status: 'ok', survey: found } : { status: 'closed', last: found }
}

export type OpenedInvitation =
  | { status: 'ok'; survey: SurveyView; invitation: Invitation }
  | { status: 'used' }
  | { status: 'closed' }
  | { status: 'unknown' }
  | { status: 'unavailable' }

/** The outcome of opening an invitation's link. */
export async function openInvitation(token: string, locale: Locale, now: Date): Promise<OpenedInvitation> {
  const open = async (): Promise<OpenedInvitation> => {
    const payload = await getCms()
    const invitation = await invitationByToken(payload, token)
    if (!invitation) return { status: 'unknown' }
    if (await isUsed(payload, invitation)) return { status: 'used' }
    const survey = await surveyById(payload, { id: invitation.survey, locale })
    return survey && isOpen(survey, now) ? { status: 'ok', survey, invitation } : { status: 'closed' }
  }
  return fallbackWhenAway('invitation', open, () => ({ status: 'unavailable' }))
}

/**
 * The invitation on an inquiry's tracking page; null when there is none, when its survey closed unanswered, or when
 * the database is unavailable.
 */
export async function invitationForTracking(
  inquiry: string,
  now: Date,
): Promise<{ path: `/${string}`; isUsed: boolean } | null> {
  const read = async () => {
    const payload = await getCms()
    const found = await invitationOfInquiry(payload, inquiry)
    if (!found) return null
    const survey = await surveyById(payload, { id: found.invitation.survey, locale: 'ar' })
    if (!found.isUsed && !(survey && isOpen(survey, now))) return null
    return { path: invitationPath(found.invitation.token), isUsed: found.isUsed }
  }
  return fallbackWhenAway('invitation on a tracking page', read, () => null)
}
