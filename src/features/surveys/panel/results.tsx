import { direction, type Locale } from '@/i18n/routing'
import { UserText } from '@/ui/text'
import { surveyTracePath } from '../domain/paths'
import { smallestGroup } from '../domain/results'
import type { ResultsView } from '../server/results'
import { percent } from '../server/results-words'
import { QuestionFigures, type Shown, type Translate, translators } from './question-figures'

/** The number of texts shown; the file has them all. */
const TEXTS_SHOWN = 200

function Tiles({ view: { results }, locale, t }: Shown) {
  const { invited, answered, answeredByInvitation, responseRate } = results
  const tiles = [
    { key: 'invited', term: t('invited'), value: String(invited), help: t('invitedHelp') },
    {
      key: 'answered',
      term: t('answered'),
      value: String(answered),
      help: t('answeredHelp', { byInvitation: answeredByInvitation, open: answered - answeredByInvitation }),
    },
    {
      key: 'rate',
      term: t('rate'),
      value: responseRate === null ? '–' : percent(responseRate, locale),
      help: responseRate === null ? t('rateNone') : t('rateHelp'),
    },
  ]
  return (
    <dl className="survey-results__tiles">
      {tiles.map(({ key, term, value, help }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd className="survey-results__figure">{value}</dd>
          <dd>{help}</dd>
        </div>
      ))}
    </dl>
  )
}

function Texts({ view, locale, t, exportPath }: Shown & { exportPath: string }) {
  const questions = view.survey.questions.filter(({ kind }) => kind === 'short-text' || kind === 'long-text')
  const written = questions.map((question) => ({
    question,
    texts: view.responses.flatMap(({ texts, traceable }) => {
      const text = texts[question.key]
      return text ? [{ text, traceable }] : []
    }),
  }))
  if (written.every(({ texts }) => texts.length === 0)) return null
  return (
    <section className="survey-results__question" aria-labelledby="texts-title">
      <h2 id="texts-title">{t('texts')}</h2>
      <p className="survey-results__muted">{t('textsHelp')}</p>
      {written.map(({ question, texts }) =>
        texts.length === 0 ? null : (
          <div key={question.key}>
            <h3>
              <UserText>{question.text}</UserText>
            </h3>
            <ul className="survey-results__texts">
              {texts.slice(0, TEXTS_SHOWN).map(({ text, traceable }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: texts have no identity, on purpose
                <li key={index}>
                  <p dir="auto">{text}</p>
                  {traceable ? <Trace response={traceable} t={t} /> : null}
                </li>
              ))}
            </ul>
            {texts.length > TEXTS_SHOWN ? (
              <p className="survey-results__muted">
                {t('textsShown', { shown: TEXTS_SHOWN, count: texts.length })}{' '}
                <a href={`${exportPath}/answers.csv?language=${locale}`} download>
                  {t('exportAnswers')}
                </a>
              </p>
            ) : null}
          </div>
        ),
      )}
    </section>
  )
}

/** Away from the eye, and never without a reason: who wrote it. */
function Trace({ response, t }: { response: string; t: Translate }) {
  const id = `reason-${response}`
  return (
    <details className="survey-results__trace">
      <summary>{t('trace.open')}</summary>
      <form action={surveyTracePath(response)} method="post" encType="multipart/form-data">
        <p>{t('trace.note')}</p>
        <label htmlFor={id}>{t('trace.reason')}</label>
        <textarea id={id} name="reason" required minLength={10} maxLength={1000} rows={2} />
        <button type="submit">{t('trace.submit')}</button>
      </form>
    </details>
  )
}

function Contacts({ view, t }: Shown) {
  if (!view.contacts || !view.survey.hasContact) return null
  return (
    <section className="survey-results__question" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{t('contacts')}</h2>
      <p className="survey-results__muted">{view.contacts.length > 0 ? t('contactsHelp') : t('contactsNone')}</p>
      <ul className="survey-results__texts">
        {view.contacts.map(({ contact, texts }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may leave the same contact
          <li key={index}>
            <b>
              <bdi>{contact}</bdi>
            </b>
            {Object.entries(texts).map(([key, text]) => (
              <p key={key} dir="auto">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A survey's figures, charts and texts, as far as small groups allow. */
export function Results({ view, locale, exportPath }: { view: ResultsView; locale: Locale; exportPath: string }) {
  const { t } = translators(locale)
  const shown = { view, locale, t }
  return (
    <div className="survey-results" dir={direction(locale)} lang={locale}>
      <header>
        <h1>{t('title')}</h1>
        <p>
          <UserText>{view.survey.title}</UserText>{' '}
          <span className="survey-results__muted">{t('round', { round: view.survey.round })}</span>
        </p>
      </header>
      <Tiles {...shown} />
      {view.results.answered === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p className="survey-results__note">{t('small', { count: smallestGroup })}</p>
          {view.results.questions.map((result, index) => (
            <QuestionFigures key={result.question.key} number={index + 1} result={result} {...shown} />
          ))}
          <Texts {...shown} exportPath={exportPath} />
          <Contacts {...shown} />
          <section className="survey-results__question" aria-labelledby="export-title">
            <h2 id="export-title">{t('export')}</h2>
            <ul className="survey-results__downloads">
              <li>
                <a href={`${exportPath}/results.csv?language=${locale}`} download>
                  {t('exportResults')}
                </a>
              </li>
              <li>
                <a href={`${exportPath}/answers.csv?language=${locale}`} download>
                  {t('exportAnswers')}
                </a>
              </li>
            </ul>
          </section>
        </>
      )}
    </div>
  )
}
