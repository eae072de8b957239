import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import { type Cell, csv } from '@/platform/spreadsheet'
import { notApplicable } from '@/shared/forms/domain/answers'
import { type Question, scalePoints } from '@/shared/forms/domain/definition'
import { dimensions, smallestGroup } from '../domain/results'
import type { ResultsView } from './results'
import { groupName, oneDecimal } from './results-words'

const translators = (locale: Locale) => ({
  t: translator('surveys.results', locale),
  channels: translator('channels', locale),
})

/** The figures of the page, one line per question and group, with the same groups withheld. */
export function resultsCsv(view: ResultsView, locale: Locale): string {
  const { t, channels } = translators(locale)
  const rows: Cell[][] = [
    [
      t('csv.question'),
      t('csv.breakdown'),
      t('csv.group'),
      t('csv.answered'),
      t('csv.mean'),
      ...scalePoints,
      t('notApplicable'),
    ],
  ]
  const rest = (count: number) => Array<Cell>(count).fill('')
  const titles = { month: t('month'), service: t('service'), channel: t('channel') }
  for (const { question, figures, groups } of view.results.questions) {
    if (figures.kind === 'withheld') {
      rows.push([question.text, t('csv.all'), '', t('withheld', { count: smallestGroup }), ...rest(7)])
      continue
    }
    if (figures.kind !== 'scale') {
      rows.push([question.text, t('csv.all'), '', figures.answered, ...rest(7)])
      if (figures.kind === 'choice' && 'options' in question) {
        const labels = new Map(question.options.map(({ key, label }) => [key, label]))
        for (const { key, count } of figures.counts) {
          rows.push([question.text, t('csv.option'), labels.get(key) ?? key, count, ...rest(7)])
        }
      }
      continue
    }
    const counts = figures.counts.map(({ count }) => count)
    const mean = figures.mean === null ? '' : oneDecimal(figures.mean)
    rows.push([question.text, t('csv.all'), '', figures.answered, mean, ...counts, figures.notApplicable])
    for (const dimension of dimensions) {
      for (const group of groups[dimension]) {
        const name = groupName(group.group, { dimension, view, locale, t, channels })
        rows.push(
          group.isWithheld
            ? [question.text, titles[dimension], name, t('withheldGroup'), ...rest(7)]
            : [question.text, titles[dimension], name, group.answered, oneDecimal(group.mean), ...rest(6)],
        )
      }
    }
  }
  return csv(rows)
}

function answerText(question: Question, value: unknown, text: string | undefined, doesNotApply: string): Cell {
  if (question.kind === 'scale') return value === notApplicable ? doesNotApply : typeof value === 'number' ? value : ''
  if (!('options' in question)) return text ?? ''
  const chosen: unknown[] = Array.isArray(value) ? value : [value]
  return question.options
    .filter(({ key }) => chosen.includes(key))
    .map(({ label }) => label)
    .join(' | ')
}

/**
 * One line per response, not in order of time and without month, service, channel or contact, which could identify a
 * person. Only the header while there are too few.
 */
export function answersCsv(view: ResultsView, locale: Locale): string {
  const { t } = translators(locale)
  const { questions } = view.survey
  return csv([
    questions.map(({ text }) => text),
    ...view.responses.map(({ coded, texts }) =>
      questions.map((question) => answerText(question, coded[question.key], texts[question.key], t('notApplicable'))),
    ),
  ])
}
