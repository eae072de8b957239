import { useTranslations } from 'next-intl'
import type { PublicDocument, PublicText } from '@/features/search/domain/public-document'
import { href } from '@/i18n/navigation'
import { direction, type Locale } from '@/i18n/routing'
import { excerpt } from '@/platform/search/marks'
import type { SearchHit } from '@/platform/search/search-index'
import { Marked } from '@/ui/marked'
import { Num } from '@/ui/text'

/** Characters shown of a page's or a service's text; a clause is shown in full. */
const PASSAGE = 240

type Found = SearchHit<PublicDocument>

/** Text in its own language, which may differ from the page's. */
function Own({ lang, locale, children }: { lang: Locale; locale: Locale; children: React.ReactNode }) {
  if (lang === locale) return children
  return (
    <span lang={lang} dir={direction(lang)}>
      {children}
    </span>
  )
}

interface Shown {
  hit: Found
  /** The hit's text in the language in which it was found. */
  text: PublicText
  /** The page's language. */
  locale: Locale
}

function HitTitle({ hit, text, locale }: Shown) {
  const t = useTranslations('search')
  const { lang, within, heading } = text
  if (hit.document.kind !== 'clause') {
    return (
      <Own lang={lang} locale={locale}>
        <Marked segments={hit.heading} lang={lang} />
      </Own>
    )
  }
  const clauseOf = within.at(-1)
  return (
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
  )
}

function Hit({ hit, text, locale, readIn }: Shown & { readIn: Locale }) {
  const t = useTranslations('search')
  const { kind, path } = hit.document
  const { within, lang } = text
  const [policy] = within
  const passage = kind === 'page' || kind === 'service' ? excerpt(hit.excerpt, PASSAGE) : hit.excerpt
  // A clause under a heading has that heading in its title, and its policy here.
  const isPolicyNamed = kind === 'section' || (kind === 'clause' && within.length > 1)
  return (
    <li>
      <h3>
        <a href={href(readIn, path)} hrefLang={readIn === locale ? undefined : readIn}>
          <HitTitle hit={hit} text={text} locale={locale} />
        </a>
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

/** @param readIn the language whose pages the hits lead to; usually the page's own */
export function Hits({ hits, locale, readIn = locale }: { hits: readonly Found[]; locale: Locale; readIn?: Locale }) {
  return (
    <ol className="hits">
      {hits.map((hit) => {
        const text = hit.document.texts[readIn]
        return text ? <Hit key={hit.document.path} hit={hit} text={text} locale={locale} readIn={readIn} /> : null
      })}
    </ol>
  )
}
