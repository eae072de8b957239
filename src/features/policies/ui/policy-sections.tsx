import { useLocale, useTranslations } from 'next-intl'
import type { ClauseView, SectionView } from '@/features/policies/domain/policy-view'
import { segmentsOf } from '@/features/policies/domain/segments'
import type { SectionKind } from '@/features/policies/schema'
import { VisuallyHidden } from '@/ui/text'
import type { NumberedReading } from './uncertain-readings'
import { languageOf, WordedText } from './worded-text'

/** Right-to-left marks keep the day first; otherwise 13/7/1442 would begin with the year. */
const dayFirst = (date: string) => date.replaceAll('/', '\u200f/\u200f')

function ClauseText({ clause, doubts }: { clause: ClauseView; doubts: readonly NumberedReading[] }) {
  const t = useTranslations('policies')
  if (clause.text.lang !== 'ar') return clause.text.text
  const words = doubts.map(({ word }) => word)
  return segmentsOf(clause.text.text, words).map((segment, index) => {
    const key = `${segment.kind}-${index}`
    if (segment.kind === 'text') return segment.text
    if (segment.kind === 'date') {
      return (
        <bdi key={key} className="date" dir="rtl">
          {dayFirst(segment.text)}
        </bdi>
      )
    }
    const doubt = doubts[segment.index]
    return (
      <span key={key}>
        <span className="unsure">{segment.text}</span>
        {doubt ? (
          <a className="note-ref" href={`#${doubt.id}`}>
            <VisuallyHidden>{t('errata.note')} </VisuallyHidden>
            {doubt.label}
          </a>
        ) : null}
      </span>
    )
  })
}

function Clause({ clause, doubts }: { clause: ClauseView; doubts: readonly NumberedReading[] }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  return (
    <li className="clause" id={clause.anchor}>
      <a className="clause-no" href={`#${clause.anchor}`}>
        <VisuallyHidden>{t('clauseLink')} </VisuallyHidden>
        <bdi>{clause.number}</bdi>
      </a>
      <p {...languageOf(clause.text, locale)}>
        <ClauseText clause={clause} doubts={doubts.filter(({ anchor }) => anchor === clause.anchor)} />
      </p>
    </li>
  )
}

/** Drops the final colon of a heading, which has no meaning in a list. */
function withoutColon(heading: string): string {
  const trimmed = heading.trimEnd()
  return trimmed.endsWith(':') ? trimmed.slice(0, -1).trimEnd() : trimmed
}

/** The heading as the document prints it, or the kind of section where it prints none. */
export function SectionHeading({ section, isListed = false }: { section: SectionView; isListed?: boolean }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  if (!section.heading) return t(`kind.${section.kind as SectionKind}`)
  const text = isListed ? withoutColon(section.heading.text) : section.heading.text
  return <WordedText worded={{ ...section.heading, text }} locale={locale} />
}

export function PolicySections({
  sections,
  doubts,
}: {
  sections: readonly SectionView[]
  doubts: readonly NumberedReading[]
}) {
  return sections.map((section) => (
    <section key={section.anchor} className="text-section" id={section.anchor} aria-labelledby={`${section.anchor}-h`}>
      <h2 id={`${section.anchor}-h`}>
        <bdi className="sec-no">{section.number}</bdi>{' '}
        <span>
          <SectionHeading section={section} />
        </span>
      </h2>
      <ol className="clauses">
        {section.clauses.map((clause) => (
          <Clause key={clause.anchor} clause={clause} doubts={doubts} />
        ))}
      </ol>
    </section>
  ))
}
