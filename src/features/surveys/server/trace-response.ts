import type { Payload, PayloadRequest } from 'payload'
import type { SurveyInvitation } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { cleanText } from '@/platform/typed-text'
import { tracers } from '../domain/readers'
import { invitationOf, invitedSubmissionKey } from './invitations'

export type TraceResult =
  | { status: 'ok'; inquiry: string }
  | { status: 'forbidden' }
  | { status: 'reasonMissing' }
  /** No such response, or it was given without an invitation. */
  | { status: 'unknown' }

const PAGE = 500
const SHORTEST_REASON = 10
const LONGEST_REASON = 1000

export const mayTrace = (user: PayloadRequest['user']): boolean => hasRole(user, ...tracers)

/**
 * Finds the inquiry behind an invited response. Who asks and why is recorded first; the database alone does not
 * reveal it (see `invitedSubmissionKey`).
 */
export async function traceResponse({
  payload,
  user,
  response: id,
  reason,
  clock,
}: {
  payload: Payload
  user: PayloadRequest['user']
  response: string
  reason: string
  clock: () => Date
}): Promise<TraceResult> {
  if (!user || !mayTrace(user)) return { status: 'forbidden' }
  const words = cleanText(reason.slice(0, LONGEST_REASON))
  if (words.length < SHORTEST_REASON) return { status: 'reasonMissing' }
  const response = await payload.findByID({
    collection: 'survey-responses',
    id,
    depth: 0,
    disableErrors: true,
    ...asSystem('trace-survey-response'),
  })
  if (!response?.isInvited) return { status: 'unknown' }
  const survey = typeof response.survey === 'string' ? response.survey : response.survey.id
  await payload.create({
    collection: 'survey-disclosures',
    data: { survey, by: user.id, at: clock().toISOString(), reason: words },
    depth: 0,
    ...asSystem('trace-survey-response'),
  })
  for (let after: string | null = null; ; ) {
    const { docs }: { docs: SurveyInvitation[] } = await payload.find({
      collection: 'survey-invitations',
      where: { survey: { equals: survey }, ...(after ? { id: { greater_than: after } } : {}) },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      depth: 0,
      ...asSystem('trace-survey-response'),
    })
    const found = docs.find((row) => invitedSubmissionKey(row.id) === response.submissionKey)
    if (found) return { status: 'ok', inquiry: invitationOf(found).inquiry }
    after = docs.length < PAGE ? null : (docs.at(-1)?.id ?? null)
    if (!after) return { status: 'unknown' }
  }
}
