import { useLocale, useTranslations } from 'next-intl'
import type { PolicyListItem } from '@/features/policies/domain/policy-view'
import type { Category } from '@/features/policies/schema'
import { listFormat } from '@/i18n/list'
import { href } from '@/i18n/navigation'
import type { Audience } from '@/shared/vocabulary/audiences'
import { Status } from '@/ui/case'
import { DateBoth } from '@/ui/date'
import { Section } from '@/ui/page'
import { languageOf } from './worded-text'

/** Policies by category, each with its audience and effective day. */
export function PolicyList({ policies }: { policies: readonly PolicyListItem[] }) {
  const t = useTranslations('policies')
  const categories = [...new Set(policies.map(({ category }) => category))]
  if (policies.length === 0) return <p>{t('empty')}</p>
  return categories.map((category) => (
    <Section key={category} id={category} title={t(`category.${category as Category}`)} className="title-page">
      {policies
        .filter((policy) => policy.category === category)
        .map((policy) => (
          <PolicyEntry key={policy.slug} policy={policy} />
        ))}
    </Section>
  ))
}

function PolicyEntry({ policy }: { policy: PolicyListItem }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  const audiences = listFormat(locale).format(policy.audiences.map((audience) => t(`audience.${audience as Audience}`)))
  const date = () => <DateBoth date={policy.effectiveFrom} locale={locale} />
  return (
    <article className="stack">
      <Status tone={policy.isInForce ? 'done' : 'wait'}>
        {t.rich(policy.isInForce ? 'inForceSince' : 'upcomingFrom', { date })}
      </Status>
      <h3>
        <a href={href(locale, `/policies/${policy.slug}`)} {...languageOf(policy.title, locale)}>
          {policy.title.text}
        </a>
      </h3>
      <p className="muted">{t('concerns', { audiences })}</p>
    </article>
  )
}
