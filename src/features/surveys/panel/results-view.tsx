import type { DocumentViewServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { surveyResultsPath } from '../domain/paths'
import { getResults } from '../server/results'
import { Results } from './results'
import './results.css'

/** The survey's results, a tab of its page in the panel. `getResults` checks access. */
export async function ResultsView({ initPageResult, doc }: DocumentViewServerProps) {
  const { req, docID } = initPageResult
  const locale = panelLocale(req.i18n)
  const t = translator('surveys.results', locale)
  const survey = String(docID ?? doc?.id ?? '')
  const found = await getResults(req.payload, { survey, user: req.user, locale })
  if (found.status !== 'ok') {
    return (
      <div className="survey-results">
        <h1>{t('title')}</h1>
        <p>{t('forbidden')}</p>
      </div>
    )
  }
  return <Results view={found.view} locale={locale} exportPath={surveyResultsPath(survey)} />
}
