import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Association } from '@/features/site/domain/association'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { GoLink } from '@/ui/button'
import { Status } from '@/ui/case'
import { DateBoth, Month } from '@/ui/date'
import { Facts, Needs } from '@/ui/facts'
import { Growth } from '@/ui/ornament'
import { Section } from '@/ui/page'
import { SearchForm } from '@/ui/search-form'
import { MixedText, Num } from '@/ui/text'

/** What the association does, in one sentence quoted from its policy, with the clause. */
export function Cover({
  locale,
  association,
  sourceHref,
}: {
  locale: Locale
  association: Association
  /** The clause the sentence comes from; null while the policy isn't published. */
  sourceHref: string | null
}) {
  const t = useTranslations('home.cover')
  return (
    <div className="cover">
      <div className="wrap">
        <div className="cover-text">
          <h1>
            <span>{t('first')}</span> <span>{t('second')}</span>
          </h1>
          {sourceHref ? (
            <p className="cover-note">
              <a href={sourceHref}>{t('source')}</a>
            </p>
          ) : null}
          <p className="cover-note">
            {association.description ? (
              <MixedText text={association.description} locale={locale} />
            ) : (
              t('kind', { name: association.name })
            )}
          </p>
        </div>
        <Growth shape="flat" />
      </div>
      <Growth shape="tall" />
    </div>
  )
}

/** The three main tasks of visitors. */
export function MainTasks({ locale, hasServices }: { locale: Locale; hasServices: boolean }) {
  const t = useTranslations('home.tasks')
  const tasks = [
    { href: hasServices ? '#needs' : href(locale, '/services'), title: t('service'), help: t('serviceHelp') },
    { href: href(locale, '/contact'), title: t('question'), help: t('questionHelp') },
    { href: href(locale, '/track'), title: t('track'), help: t('trackHelp') },
  ]
  return (
    <nav className="tasks" aria-label={t('label')}>
      <div className="wrap">
        <ul>
          {tasks.map((task) => (
            <li key={task.href}>
              <a className="task" href={task.href}>
                <span className="task-title">{task.title}</span> <span className="task-help">{task.help}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

/** Services by the need they answer. */
export function ServiceNeeds({
  locale,
  services,
}: {
  locale: Locale
  services: readonly { slug: string; need: string }[]
}) {
  const t = useTranslations('home.needs')
  const site = useTranslations('site.search')
  return (
    <Section id="needs" title={t('title')} aside={<p className="muted">{t('help')}</p>} className="stack">
      <SearchForm id="q" action={href(locale, '/search')} label={t('search')} submitLabel={site('submit')} />
      <Needs items={services.map(({ slug, need }) => ({ href: href(locale, `/services/${slug}`), label: need }))} />
      <p>
        <GoLink href={href(locale, '/services')}>{t('all')}</GoLink>
      </p>
    </Section>
  )
}

/** The policy that came into force last. `title` carries its own language mark-up. */
export function NewestPolicy({
  locale,
  policy,
}: {
  locale: Locale
  policy: { slug: string; title: ReactNode; effectiveFrom: Date }
}) {
  const t = useTranslations('home.newest')
  return (
    <Section
      id="newest"
      title={t('title')}
      aside={
        <p>
          <GoLink href={href(locale, '/policies')}>{t('all')}</GoLink>
        </p>
      }
      className="title-page"
    >
      <Status tone="done">{t('inForce')}</Status>
      <h3>
        <a href={href(locale, `/policies/${policy.slug}`)}>{policy.title}</a>
      </h3>
      <Facts
        items={[
          { key: 'board', term: t('approvedBy'), value: t('board') },
          { key: 'since', term: t('since'), value: <DateBoth date={policy.effectiveFrom} locale={locale} /> },
        ]}
      />
    </Section>
  )
}

/** How the association served people in a month, in one sentence with its source. */
export function HowWeServed({
  locale,
  month,
}: {
  locale: Locale
  month: { from: Date; received: number; answered: number; rating: { mean: number; count: number } | null }
}) {
  const t = useTranslations('home.served')
  const marks = {
    b: (text: ReactNode) => <b>{text}</b>,
    n: (text: ReactNode) => <Num>{text}</Num>,
  }
  const { received, answered, rating } = month
  return (
    <Section
      id="served"
      title={t('title')}
      aside={
        <p className="muted">
          <Month date={month.from} locale={locale} />
        </p>
      }
    >
      <p className="figures-line">
        {t.rich('received', { ...marks, received })}{' '}
        {answered === received ? t('answeredAll', { received }) : t.rich('answered', { ...marks, answered })}
        {rating ? <> {t.rich('rated', { ...marks, count: rating.count, mean: rating.mean.toFixed(1) })}</> : null}
      </p>
    </Section>
  )
}
