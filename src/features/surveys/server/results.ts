import type { Payload, PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/routing'
import { hasRole } from '@/platform/access'
import { keyedHash } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { serviceTitles } from '@/shared/directory/services'
import { hashLabels } from '../domain/encryption-contexts'
import { contactReaders, resultsReaders } from '../domain/readers'
import { type SurveyResults, smallestGroup, summarise } from '../domain/results'
import { decryptContact, decryptTexts } from './personal-fields'
import { surveyById } from './queries'
import { readResponses, recordOf } from './read-responses'
import type { SurveyView } from './survey-view'
import { mayTrace } from './trace-response'

type Reader = PayloadRequest['user']

/** Whether a person may read results; single rows are never shown with their sender. */
export const mayReadResults = (user: Reader): boolean => hasRole(user, ...resultsReaders)

/** Whether a person may read contacts left for a reply. */
export const mayReadContacts = (user: Reader): boolean => hasRole(user, ...contactReaders)

/** One response without month, service or channel, which could identify the person. */
export interface AnonymousResponse {
  /** The id of an invited response, for roles that may trace it; otherwise null. */
  traceable: string | null
  coded: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, string>>
}

export interface ResultsView {
  survey: SurveyView
  results: SurveyResults
  /** Not in order of time; empty while there are fewer than {@link smallestGroup}. */
  responses: AnonymousResponse[]
  /** Null for roles that may not read them. */
  contacts: { contact: string; texts: Readonly<Record<string, string>> }[] | null
  /** Titles of the services that answers were about, by slug. */
  services: ReadonlyMap<string, string>
}

export type GetResults = { status: 'ok'; view: ResultsView } | { status: 'forbidden' } | { status: 'unknown' }

/** A stable order that does not reveal when a response came. */
const inNoOrder = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows
    .map((row) => ({ row, place: keyedHash(row.id, hashLabels.order) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ row }) => row)

/** A survey's results in `locale`, as far as `user` may read them. */
export async function getResults(
  payload: Payload,
  { survey: id, user, locale }: { survey: string; user: Reader; locale: Locale },
): Promise<GetResults> {
  if (!mayReadResults(user)) return { status: 'forbidden' }
  const survey = await surveyById(payload, { id, locale })
  if (!survey) return { status: 'unknown' }
  const { tally, rows } = await readResponses(payload, survey)
  const { totalDocs: invited } = await payload.count({
    collection: 'survey-invitations',
    where: { survey: { equals: id } },
    ...asSystem('read-survey-results'),
  })
  const shuffled = inNoOrder(rows)
  const isEnough = rows.length >= smallestGroup
  const withContact = shuffled.filter(({ contact }) => contact)
  return {
    status: 'ok',
    view: {
      survey,
      results: summarise(tally, invited),
      responses: isEnough
        ? shuffled.map((row) => ({
            traceable: row.isInvited && mayTrace(user) ? row.id : null,
            coded: recordOf(row.answers),
            texts: decryptTexts(row.texts),
          }))
        : [],
      // Contacts were left to be read, so they are shown however few they are.
      contacts: mayReadContacts(user)
        ? withContact.map((row) => ({ contact: decryptContact(row.contact) ?? '', texts: decryptTexts(row.texts) }))
        : null,
      services: await serviceTitles(
        payload,
        'slug',
        [...new Set(rows.flatMap(({ serviceSlug }) => serviceSlug || []))],
        { locale, reader: { reason: 'read-survey-results' } },
      ),
    },
  }
}
