import { direction, type Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import type { ChoiceQuestion } from '@/shared/forms/domain/definition'
import { ColumnChart } from '@/ui/chart'
import { Num, UserText } from '@/ui/text'
import {
  type ChoiceFigures,
  type Dimension,
  dimensions,
  type GroupFigures,
  type QuestionResults,
  type ScaleFigures,
  smallestGroup,
} from '../domain/results'
import type { ResultsView } from '../server/results'
import { groupName, monthName, oneDecimal, percent } from '../server/results-words'

export const translators = (locale: Locale) => ({
  t: translator('surveys.results', locale),
  channels: translator('channels', locale),
})
export type Translate = ReturnType<typeof translators>['t']

/** The number of months that fit on a phone; the table has them all. */
const MONTHS_DRAWN = 6

/** Props of every part of the page. */
export interface Shown {
  view: ResultsView
  locale: Locale
  t: Translate
}

function ScaleDistribution({
  id,
  figures,
  question,
  locale,
  t,
}: Omit<Shown, 'view'> & {
  id: string
  figures: ScaleFigures
  question: { text: string }
}) {
  const most = Math.max(...figures.counts.map(({ count }) => count))
  const counts = figures.counts.map(({ point, count }) => `${point}: ${count}`).join(locale === 'ar' ? '، ' : ', ')
  return (
    <ColumnChart
      id={`${id}-distribution`}
      title={t('distribution', { question: question.text })}
      text={t('distributionText', { counts })}
      direction={direction(locale)}
      max={most}
      columns={figures.counts.map(({ point, count }) => ({
        key: String(point),
        label: String(point),
        value: count,
        valueText: String(count),
        isStrong: count === most,
      }))}
    />
  )
}

function ScaleTable({
  figures,
  question,
  locale,
  t,
}: {
  figures: ScaleFigures
  question: QuestionResults['question']
  locale: Locale
  t: Translate
}) {
  const ends = question.kind === 'scale' ? { 1: question.lowLabel, 5: question.highLabel } : {}
  return (
    <table>
      <caption className="survey-results__spoken">{t('distribution', { question: question.text })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('point')}</th>
          <th scope="col">{t('count')}</th>
          <th scope="col">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.counts.map(({ point, count }) => (
          <tr key={point}>
            <th scope="row">
              <Num>{point}</Num>{' '}
              {ends[point as 1 | 5] ? <span className="survey-results__muted">{ends[point as 1 | 5]}</span> : null}
            </th>
            <td>
              <Num>{count}</Num>
            </td>
            <td>
              <Num>{percent(count / figures.answered, locale)}</Num>
            </td>
          </tr>
        ))}
        {figures.notApplicable > 0 ? (
          <tr>
            <th scope="row">{t('notApplicable')}</th>
            <td>
              <Num>{figures.notApplicable}</Num>
            </td>
            <td>–</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function ChoiceTable({
  figures,
  question,
  locale,
  t,
}: {
  figures: ChoiceFigures
  question: ChoiceQuestion
  locale: Locale
  t: Translate
}) {
  const labels = new Map(question.options.map(({ key, label }) => [key, label]))
  return (
    <>
      <table>
        <caption className="survey-results__spoken">{t('distribution', { question: question.text })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('option')}</th>
            <th scope="col">{t('count')}</th>
            <th scope="col">{t('share')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.counts.map(({ key, count }) => (
            <tr key={key}>
              <th scope="row">
                <UserText>{labels.get(key)}</UserText>
                <svg className="survey-results__barline" aria-hidden="true" focusable="false">
                  <rect className="bar-now" width={`${(count / figures.answered) * 100}%`} height="8" />
                </svg>
              </th>
              <td>
                <Num>{count}</Num>
              </td>
              <td>
                <Num>{percent(count / figures.answered, locale)}</Num>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {question.kind === 'multiple-choice' ? <p className="survey-results__muted">{t('chosenBy')}</p> : null}
    </>
  )
}

function Months({
  id,
  question,
  groups,
  locale,
  t,
}: Omit<Shown, 'view'> & {
  id: string
  question: { text: string }
  groups: readonly GroupFigures[]
}) {
  const drawn = groups.slice(-MONTHS_DRAWN)
  const meanOf = (group: GroupFigures) => (group.isWithheld ? t('withheldGroup') : oneDecimal(group.mean))
  const words = drawn.map((group) => `${monthName(group.group ?? '', locale).join(' ')}: ${meanOf(group)}`)
  return (
    <ColumnChart
      id={`${id}-months`}
      title={t('byMonthChart', { question: question.text })}
      text={t('byMonthText', { means: words.join(locale === 'ar' ? '، ' : ', ') })}
      direction={direction(locale)}
      max={5}
      columns={drawn.map((group, index) => {
        const [month, year] = monthName(group.group ?? '', locale)
        return {
          key: group.group ?? '',
          label: month,
          note: year,
          value: group.isWithheld ? null : group.mean,
          valueText: group.isWithheld ? '–' : oneDecimal(group.mean),
          isStrong: index === drawn.length - 1,
        }
      })}
    />
  )
}

function Breakdown({
  dimension,
  groups,
  view,
  locale,
  t,
}: Shown & {
  dimension: Dimension
  groups: readonly GroupFigures[]
}) {
  const { channels } = translators(locale)
  const title = { month: t('byMonth'), service: t('byService'), channel: t('byChannel') }[dimension]
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t(dimension)}</th>
          <th scope="col">{t('mean')}</th>
          <th scope="col">{t('sample')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.group ?? ''}>
            <th scope="row">{groupName(group.group, { dimension, view, locale, t, channels })}</th>
            {group.isWithheld ? (
              <td colSpan={2} className="survey-results__muted">
                {t('withheldGroup')}
              </td>
            ) : (
              <>
                <td>
                  <Num>{oneDecimal(group.mean)}</Num>
                </td>
                <td>
                  <Num>{group.answered}</Num>
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One question: its distribution and its mean by month, service and channel, except for withheld groups. */
export function QuestionFigures({
  number,
  result,
  view,
  locale,
  t,
}: Shown & { number: number; result: QuestionResults }) {
  const { question, figures, groups } = result
  const id = `question-${number}`
  return (
    <section className="survey-results__question" aria-labelledby={id}>
      <h2 id={id}>
        <Num>{number}</Num>. <UserText>{question.text}</UserText>
      </h2>
      {figures.kind === 'withheld' ? (
        <p className="survey-results__muted">{t('withheld', { count: smallestGroup })}</p>
      ) : null}
      {figures.kind === 'text' ? <p>{t('writtenCount', { count: figures.answered })}</p> : null}
      {figures.kind === 'choice' && (question.kind === 'single-choice' || question.kind === 'multiple-choice') ? (
        <ChoiceTable figures={figures} question={question} locale={locale} t={t} />
      ) : null}
      {figures.kind === 'scale' && figures.mean !== null ? (
        <>
          <p className="survey-results__mean">
            <b>{t('meanOf', { mean: oneDecimal(figures.mean) })}</b>{' '}
            <span className="survey-results__muted">
              {t('sample')}: <Num>{figures.answered}</Num>
            </span>
          </p>
          <div className="survey-results__beside">
            <ScaleDistribution id={id} figures={figures} question={question} locale={locale} t={t} />
            <ScaleTable figures={figures} question={question} locale={locale} t={t} />
          </div>
          {groups.month.length > 1 ? (
            <Months id={id} question={question} groups={groups.month} locale={locale} t={t} />
          ) : null}
          <div className="survey-results__breakdowns">
            {dimensions.map((dimension) => (
              <Breakdown
                key={dimension}
                dimension={dimension}
                groups={groups[dimension]}
                view={view}
                locale={locale}
                t={t}
              />
            ))}
          </div>
        </>
      ) : null}
    </section>
  )
}
