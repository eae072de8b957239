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

/** Who may read results: those who answer for quality. Never a single row, never whose it is. */
export const mayReadResults = (user: Reader): boolean => hasRole(user, ...resultsReaders)

/** Who may read the contact that a person left in order to be called back. */
export const mayReadContacts = (user: Reader): boolean => hasRole(user, ...contactReaders)

/** One response without month, service or channel: with them it could be known whose it is. */
export interface AnonymousResponse {
  /** Of an invited response, for those who may learn whose it is by saying why; null otherwise. */
  traceable: string | null
  coded: Readonly<Record<string, unknown>>
  texts: Readonly<Record<string, string>>
}

export interface ResultsView {
  survey: SurveyView
  results: SurveyResults
  /** In no order of time; empty while there are fewer than {@link smallestGroup}. */
  responses: AnonymousResponse[]
  /** Null for those who may not read them. */
  contacts: { contact: string; texts: Readonly<Record<string, string>> }[] | null
  /** Titles of the services that answers were about, by slug. */
  services: ReadonlyMap<string, string>
}

export type GetResults = { status: 'ok'; view: ResultsView } | { status: 'forbidden' } | { status: 'unknown' }

/** A stable order that tells nothing of when an answer came. */
const inNoOrder = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows
    .map((row) => ({ row, place: keyedHash(row.id, hashLabels.order) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ row }) => row)

/** A survey's results, in the words of `locale`, as far as `user` may know them. */
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
      // Who left a contact asked to be known, however few they are.
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
