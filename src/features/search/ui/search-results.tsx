import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { PublicDocument } from '@/features/search/domain/public-document'
import {
  namedInHeading,
  PAGE_SIZE,
  QUESTION_LENGTH,
  type Question,
  questionPath,
} from '@/features/search/domain/question'
import { href } from '@/i18n/navigation'
import { direction, type Locale, otherLocale } from '@/i18n/routing'
import { excerpt } from '@/platform/search/marks'
import type { SearchAnswer, SearchHit } from '@/platform/search/search-index'
import { Actions, ButtonLink, GoLink } from '@/ui/button'
import { Dots, Needs } from '@/ui/facts'
import { Marked } from '@/ui/marked'
import { Section } from '@/ui/page'
import { Num, UserText } from '@/ui/text'

/** Characters shown of a page's or a service's text; a clause is shown as far as the index gives it. */
const PASSAGE = 240

const number = (chunks: ReactNode) => <Num>{chunks}</Num>

/** Text in its own language, which may not be the page's. */
function Own({ lang, locale, children }: { lang: Locale; locale: Locale; children: ReactNode }) {
  if (lang === locale) return children
  return (
    <span lang={lang} dir={direction(lang)}>
      {children}
    </span>
  )
}

function HitTitle({ hit, locale }: { hit: SearchHit<PublicDocument>; locale: Locale }) {
  const t = useTranslations('search')
  const { kind, path, lang, within, heading } = hit.document
  const title = (
    <Own lang={lang} locale={locale}>
      <Marked segments={hit.heading} lang={lang} />
    </Own>
  )
  const clauseOf = within.at(-1)
  return (
    <a href={href(locale, path)}>
      {kind === 'clause' ? (
        <>
          {t.rich('clause', { n: () => <Num>{heading}</Num> })}
          {clauseOf ? (
            <>
              {': '}
              <Own lang={lang} locale={locale}>
                {clauseOf}
              </Own>
            </>
          ) : null}
        </>
      ) : (
        title
      )}
    </a>
  )
}

function Hit({ hit, locale }: { hit: SearchHit<PublicDocument>; locale: Locale }) {
  const t = useTranslations('search')
  const { kind, within, lang } = hit.document
  const [policy] = within
  const passage = kind === 'page' || kind === 'service' ? excerpt(hit.excerpt, PASSAGE) : hit.excerpt
  // A clause under a heading has that heading in its title, and its policy here.
  const isPolicyNamed = kind === 'section' || (kind === 'clause' && within.length > 1)
  return (
    <li>
      <h3>
        <HitTitle hit={hit} locale={locale} />
      </h3>
      <p className="hit-kind">
        {t(`kind.${kind}`)}
        {policy && isPolicyNamed ? (
          <>
            {': '}
            <Own lang={lang} locale={locale}>
              {policy}
            </Own>
          </>
        ) : null}
      </p>
      {passage.length > 0 ? (
        <p className="hit-text" lang={lang} dir={direction(lang)}>
          <Marked segments={passage} lang={lang} />
        </p>
      ) : null}
    </li>
  )
}

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

/** To the inquiry form, with the words that the site had no answer to. */
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

/** What was found, best first, or what to do when nothing was. */
export function SearchResults({
  locale,
  question,
  answer,
  totalInOtherLanguage,
}: {
  locale: Locale
  question: Question
  answer: SearchAnswer<PublicDocument>
  totalInOtherLanguage: number
}) {
  const t = useTranslations('search')
  const asked = { q: () => <UserText>{namedInHeading(question.text)}</UserText> }
  const cut = question.isCut ? <p>{t('cut', { length: QUESTION_LENGTH })}</p> : null
  if (answer.match === 'none') {
    const other = otherLocale(locale)
    return (
      <Section id="results" title={t.rich('none.title', asked)} className="stack">
        {cut}
        {totalInOtherLanguage > 0 ? (
          <p>
            <GoLink href={href(other, questionPath(question.text))} hrefLang={other}>
              {t('none.other', { count: totalInOtherLanguage })}
            </GoLink>
          </p>
        ) : null}
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
  return (
    <Section id="results" title={t.rich('found', { ...asked, n: number, count: answer.total })} className="stack">
      {cut}
      {answer.match === 'near' ? <p>{t('near')}</p> : null}
      {answer.match === 'some' ? <p>{t('some')}</p> : null}
      <ol className="hits">
        {answer.hits.map((hit) => (
          <Hit key={hit.document.path} hit={hit} locale={locale} />
        ))}
      </ol>
      <Pages locale={locale} question={question} total={answer.total} />
      {answer.match === 'all' ? null : <Ask locale={locale} question={question} />}
    </Section>
  )
}

/** While there is no index and none can be made. */
export function SearchUnavailable({ ways }: { ways: readonly { href: string; label: string }[] }) {
  const t = useTranslations('search')
  return (
    <Section id="results" title={t('unavailable.title')} className="stack">
      <p>{t('unavailable.text')}</p>
      <Needs items={ways} />
    </Section>
  )
}
