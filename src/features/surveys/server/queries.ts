import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import { asSystem } from '@/platform/system-payload'
import type { Audience } from '../domain/survey'
import { isOpen, type SurveyView, surveyView } from './survey-view'

/** More rounds than can be open at once. */
const MAX_SURVEYS = 100

interface Asked {
  audience: Audience
  locale: Locale
  now: Date
}

async function publishedSurveys(payload: Payload, { audience, locale }: Asked): Promise<SurveyView[]> {
  const { docs } = await payload.find({
    collection: 'surveys',
    where: { _status: { equals: 'published' } },
    sort: '-updatedAt',
    limit: MAX_SURVEYS,
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: false,
    ...asSystem('read-survey'),
  })
  return docs.map(surveyView).filter((survey) => survey.audiences.includes(audience))
}

/** The open survey of an audience, the one that opened last; null when none is open at `now`. */
export async function openSurvey(payload: Payload, asked: Asked): Promise<SurveyView | null> {
  const openedAt = (survey: SurveyView) => survey.window.opensAt ?? survey.createdAt.getTime()
  const open = (await publishedSurveys(payload, asked)).filter((survey) => isOpen(survey, asked.now))
  return open.toSorted((a, b) => openedAt(b) - openedAt(a) || b.round - a.round)[0] ?? null
}

/** The survey of an audience that closed last; null when none has. */
export async function closedSurvey(payload: Payload, asked: Asked): Promise<SurveyView | null> {
  const closedAt = ({ window }: SurveyView) => window.closesAt ?? Number.POSITIVE_INFINITY
  const over = (await publishedSurveys(payload, asked)).filter((survey) => closedAt(survey) <= asked.now.getTime())
  return over.toSorted((a, b) => closedAt(b) - closedAt(a))[0] ?? null
}

/** One survey by id, or null. With `draft` its newest draft. */
export async function surveyById(
  payload: Payload,
  { id, locale, draft = false }: { id: string; locale: Locale; draft?: boolean },
): Promise<SurveyView | null> {
  const row = await payload.findByID({
    collection: 'surveys',
    id,
    depth: 0,
    draft,
    locale,
    fallbackLocale: false,
    disableErrors: true,
    ...asSystem('read-survey'),
  })
  return row ? surveyView(row) : null
}
