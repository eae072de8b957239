import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Association, brandParts } from '@/features/site/domain/association'
import { currentness, type MenuItem, type Navigation, sitePages } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import { direction, type Locale, otherLocale } from '@/i18n/routing'
import { readableEmail } from '@/platform/email-address'
import { Band, Mark } from '@/ui/ornament'
import { SearchForm } from '@/ui/search-form'
import { Latin, TelephoneLink } from '@/ui/text'

function Menu({ items, path, className }: { items: readonly MenuItem[]; path: string; className?: string }) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.key}>
          <a href={item.href} aria-current={currentness(item, path)}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** This page in the other language. */
function LanguageLink({ locale, path, className }: { locale: Locale; path: `/${string}`; className?: string }) {
  const t = useTranslations('site')
  const other = otherLocale(locale)
  return (
    <a className={className} href={href(other, path)} lang={other} dir={direction(other)} hrefLang={other}>
      {t('otherLanguage')}
    </a>
  )
}

function Masthead({ locale, path, otherLanguagePath = path, association, navigation }: Chrome) {
  const t = useTranslations('site')
  const brand = brandParts(association.name, association.shortName)
  return (
    <header className="masthead">
      <div className="wrap">
        <a className="brand" href={href(locale, '/')}>
          <Mark />
          <span className="brand-name">
            {brand.before ? <small>{brand.before} </small> : null}
            <span>{brand.main} </span>
            {brand.after ? <small>{brand.after}</small> : null}
          </span>
        </a>
        <nav className="nav" aria-label={t('sections')}>
          <Menu items={navigation.header} path={path} />
        </nav>
        <div className="masthead-end">
          <LanguageLink className="lang" locale={locale} path={otherLanguagePath} />
          <details className="menu">
            <summary>{t('menu')}</summary>
            <nav className="menu-panel" aria-label={t('sections')}>
              <Menu items={navigation.header} path={path} className="plain" />
            </nav>
          </details>
        </div>
      </div>
    </header>
  )
}

function Foot({ locale, path, otherLanguagePath = path, association, navigation }: Chrome) {
  const t = useTranslations('site')
  const columns = [
    { id: 'foot-help', title: t('foot.help'), items: navigation.footHelp },
    { id: 'foot-association', title: t('foot.association'), items: navigation.footAssociation },
  ]
  return (
    <footer className="foot on-deep">
      <Band id="foot-band" />
      <div className="wrap">
        {path === sitePages.search.path ? null : (
          <SearchForm
            id="foot-search"
            action={href(locale, sitePages.search.path)}
            label={t('search.label')}
            submitLabel={t('search.submit')}
          />
        )}
        <div className="stack foot-about">
          <p className="foot-name">{association.name}</p>
          {association.phone ? (
            <p>
              {t('foot.phone')} <TelephoneLink number={association.phone} />
            </p>
          ) : null}
          {association.email ? (
            <p>
              {t('foot.email')}{' '}
              <a href={`mailto:${association.email}`}>
                <Latin>{readableEmail(association.email)}</Latin>
              </a>
            </p>
          ) : null}
          {association.registrationNumber ? (
            <p>
              {t('foot.registration')}{' '}
              <bdi className="num" dir="ltr">
                {association.registrationNumber}
              </bdi>
            </p>
          ) : null}
          {association.socialAccounts.length > 0 ? (
            <div>
              <h2>{t('foot.social')}</h2>
              <ul>
                {association.socialAccounts.map((account) => (
                  <li key={account.url}>
                    <a href={account.url} rel="me noopener">
                      {account.label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
        {columns.map((column) => (
          <nav key={column.id} aria-labelledby={column.id}>
            <h2 id={column.id}>{column.title}</h2>
            <Menu items={column.items} path={path} />
          </nav>
        ))}
        <nav aria-labelledby="foot-site">
          <h2 id="foot-site">{t('foot.site')}</h2>
          <Menu items={navigation.footSite} path={path} />
          <LanguageLink className="foot-lang" locale={locale} path={otherLanguagePath} />
        </nav>
      </div>
    </footer>
  )
}

interface Chrome {
  locale: Locale
  /** The page's own path without the language: `/policies`. */
  path: `/${string}`
  /** The target of the language switch; `path` by default. */
  otherLanguagePath?: `/${string}`
  association: Association
  navigation: Navigation
}

/** Skip link, masthead, page and footer. With `layout="bare"` the page sets its own margins (the home cover). */
export function PageShell({
  layout = 'page',
  hasExamples = false,
  children,
  ...chrome
}: Chrome & { layout?: 'page' | 'bare'; hasExamples?: boolean; children: ReactNode }) {
  const t = useTranslations('site')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Masthead {...chrome} />
      {hasExamples ? <p className="examples-note">{t('examples')}</p> : null}
      <main id="main" tabIndex={-1} className={layout === 'page' ? 'wrap page' : undefined}>
        {children}
      </main>
      <Foot {...chrome} />
    </>
  )
}
