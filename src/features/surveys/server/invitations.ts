import type { Payload } from 'payload'
import type { SurveyInvitation } from '@/payload-types'
import { keyedHash } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { hashLabels } from '../domain/encryption-contexts'

/** An inquiry is invited once per survey, however many answers and rounds there are. */
export const invitationKey = (surveySlug: string, inquiry: string): string => `${surveySlug}:${inquiry}`

/** The link's secret. It is derived, so that only its hash is stored and repeated mails carry the same. */
export const invitationToken = (dedupeKey: string): string => keyedHash(dedupeKey, hashLabels.token)

export const invitationTokenHash = (token: string): string => keyedHash(token, hashLabels.tokenHash)

/** The submission key of an invitation's response. Without the secret key it can't be linked to the invitation. */
export const invitedSubmissionKey = (invitation: string): string =>
  `invited:${keyedHash(invitation, hashLabels.response)}`

/** The address of the invitation's page, without the language. */
export const invitationPath = (token: string): `/${string}` => `/evaluate/i/${token}`

const relatedId = (related: string | { id: string }) => (typeof related === 'string' ? related : related.id)

export interface Invitation {
  id: string
  survey: string
  inquiry: string
  serviceSlug: string | null
  channel: string | null
  token: string
}

/** The row as a domain value. */
export const invitationOf = (row: SurveyInvitation): Invitation => ({
  id: row.id,
  survey: relatedId(row.survey),
  inquiry: relatedId(row.inquiry),
  serviceSlug: row.serviceSlug || null,
  channel: row.channel || null,
  token: invitationToken(row.dedupeKey),
})

/** The invitation behind a link, or null. */
export async function invitationByToken(payload: Payload, token: string): Promise<Invitation | null> {
  const { docs } = await payload.find({
    collection: 'survey-invitations',
    where: { tokenHash: { equals: invitationTokenHash(token) } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('answer-survey'),
  })
  return docs[0] ? invitationOf(docs[0]) : null
}

/** Whether the invitation's response has been given. */
export async function isUsed(payload: Payload, invitation: Invitation): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'survey-responses',
    where: { submissionKey: { equals: invitedSubmissionKey(invitation.id) } },
    ...asSystem('answer-survey'),
  })
  return totalDocs > 0
}

/** An inquiry's invitation, for its tracking page, which requires the inquiry's code. */
export async function invitationOfInquiry(
  payload: Payload,
  inquiry: string,
): Promise<{ invitation: Invitation; isUsed: boolean } | null> {
  const { docs } = await payload.find({
    collection: 'survey-invitations',
    where: { inquiry: { equals: inquiry } },
    sort: '-invitedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('answer-survey'),
  })
  if (!docs[0]) return null
  const invitation = invitationOf(docs[0])
  return { invitation, isUsed: await isUsed(payload, invitation) }
}
