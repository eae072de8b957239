import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ContactAnswer } from '@/features/search/domain/contact-answer'
import type { PublicDocument } from '@/features/search/domain/public-document'
import {
  namedInHeading,
  PAGE_SIZE,
  QUESTION_LENGTH,
  type Question,
  questionPath,
} from '@/features/search/domain/question'
import { ContactPanel } from '@/features/search/ui/contact-panel'
import { Hits } from '@/features/search/ui/hits'
import { href } from '@/i18n/navigation'
import { type Locale, otherLocale } from '@/i18n/routing'
import type { SearchAnswer } from '@/platform/search/search-index'
import { Actions, ButtonLink, GoLink } from '@/ui/button'
import { Dots, Needs } from '@/ui/facts'
import { Section } from '@/ui/page'
import { Num, UserText } from '@/ui/text'

const number = (chunks: ReactNode) => <Num>{chunks}</Num>

function Pages({ locale, question, total }: { locale: Locale; question: Question; total: number }) {
  const t = useTranslations('search')
  const last = Math.ceil(total / PAGE_SIZE)
  if (last <= 1) return null
  const { text, page } = question
  const to = (other: number) => href(locale, questionPath(text, other))
  return (
    <nav className="hits-pages" aria-label={t('pages')}>
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          {t('previous')}
        </a>
      ) : null}
      <span>{t.rich('pageOf', { page, last, n: number })}</span>
      {page < last ? (
        <GoLink href={to(page + 1)} rel="next">
          {t('next')}
        </GoLink>
      ) : null}
    </nav>
  )
}

/** A link to the inquiry form, prefilled with the search. */
function Ask({ locale, question }: { locale: Locale; question: Question }) {
  const t = useTranslations('search')
  return (
    <>
      <h3>{t('none.askTitle')}</h3>
      <p>{t('none.ask')}</p>
      <Actions>
        <ButtonLink href={href(locale, `/contact?${new URLSearchParams({ subject: question.text })}`)}>
          {t('none.askLink')}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** The results, best first, or what to do when there are none. */
export function SearchResults({
  locale,
  question,
  answer,
}: {
  locale: Locale
  question: Question
  answer: SearchAnswer<PublicDocument> & {
    contact: ContactAnswer | null
    inOtherLanguage: SearchAnswer<PublicDocument> | null
  }
}) {
  const t = useTranslations('search')
  const asked = { q: () => <UserText>{namedInHeading(question.text)}</UserText> }
  const cut = question.isCut ? <p>{t('cut', { length: QUESTION_LENGTH })}</p> : null
  const { match, hits, total, partial, contact, inOtherLanguage } = answer
  if (match === 'none') {
    return (
      <Section id="results" title={t.rich('none.title', asked)} className="stack">
        {cut}
        {inOtherLanguage ? <OtherLanguage locale={locale} question={question} answer={inOtherLanguage} /> : null}
        <h3>{t('none.try')}</h3>
        <Dots>
          <li>{t('none.fewer')}</li>
          <li>{t('none.another')}</li>
          <li>{t('none.spelling')}</li>
        </Dots>
        <Ask locale={locale} question={question} />
      </Section>
    )
  }
  const whole = match === 'some' ? hits : hits.filter(({ isPartial }) => !isPartial)
  const rest = match === 'some' ? [] : hits.filter(({ isPartial }) => isPartial)
  return (
    <>
      {contact ? <ContactPanel answer={contact} locale={locale} question={question.text} /> : null}
      {whole.length > 0 ? (
        <Section id="results" title={t.rich('found', { ...asked, n: number, count: total })} className="stack">
          {cut}
          {match === 'near' ? <p>{t('near')}</p> : null}
          {match === 'some' ? <p>{t('some')}</p> : null}
          <Hits hits={whole} locale={locale} />
        </Section>
      ) : null}
      {rest.length > 0 ? (
        <Section id="partial" title={t.rich('partial', { n: number, count: partial })} className="stack">
          <Hits hits={rest} locale={locale} />
        </Section>
      ) : null}
      <Pages locale={locale} question={question} total={total + partial} />
      {match === 'all' ? null : <Ask locale={locale} question={question} />}
    </>
  )
}

/** Results that exist in the other language only. */
function OtherLanguage({
  locale,
  question,
  answer,
}: {
  locale: Locale
  question: Question
  answer: SearchAnswer<PublicDocument>
}) {
  const t = useTranslations('search')
  const other = otherLocale(locale)
  return (
    <>
      <h3>{t('none.other', { count: answer.total })}</h3>
      <Hits hits={answer.hits} locale={locale} readIn={other} />
      {answer.total > answer.hits.length ? (
        <p>
          <GoLink href={href(other, questionPath(question.text))} hrefLang={other}>
            {t('none.otherAll')}
          </GoLink>
        </p>
      ) : null}
    </>
  )
}

/** Shown while there is no index and none can be built. */
export function SearchUnavailable({ ways }: { ways: readonly { href: string; label: string }[] }) {
  const t = useTranslations('search')
  return (
    <Section id="results" title={t('unavailable.title')} className="stack">
      <p>{t('unavailable.text')}</p>
      <Needs items={ways} />
    </Section>
  )
}
