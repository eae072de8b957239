import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { actionTarget, type ServiceView } from '@/features/services/domain/service-view'
import { listFormat } from '@/i18n/list'
import { href } from '@/i18n/navigation'
import type { Audience } from '@/shared/vocabulary/audiences'
import type { Channel } from '@/shared/vocabulary/channels'
import { Actions, ButtonLink } from '@/ui/button'
import { DateBoth } from '@/ui/date'
import { Dots, type Fact, Facts, Steps } from '@/ui/facts'
import { PageHead } from '@/ui/page'
import { Num } from '@/ui/text'

/** A clause that the service is based on. */
export interface ServiceClause {
  policySlug: string
  anchor: string
  number: string
}

/** A service's page. Missing facts are not shown. */
export function ServiceArticle({ service, clauses }: { service: ServiceView; clauses: readonly ServiceClause[] }) {
  const t = useTranslations('services')
  const { eligibility, documents, steps } = service
  return (
    <div className="split split-facts">
      <PageHead title={service.title} lead={service.summary}>
        <ServiceActions service={service} />
      </PageHead>
      <AtAGlance service={service} clauses={clauses} />
      <div className="stack-l">
        {eligibility.length > 0 ? (
          <Part id="eligibility" title={t('eligibility')}>
            <Sentences sentences={eligibility} />
          </Part>
        ) : null}
        {documents.length > 0 ? (
          <Part id="documents" title={t('documents')}>
            <Sentences sentences={documents} />
          </Part>
        ) : null}
        {steps.length > 0 ? (
          <Part id="steps" title={t('steps')}>
            <Steps items={steps.map(({ title, detail }) => ({ key: title, title, text: detail }))} />
          </Part>
        ) : null}
        <Where service={service} />
        <ServiceActions service={service} />
      </div>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <Dots>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Dots>
  )
}

function ServiceActions({ service }: { service: ServiceView }) {
  const t = useTranslations('services')
  const locale = useLocale()
  const target = actionTarget(service)
  return (
    <Actions>
      <ButtonLink href={typeof target === 'string' ? href(locale, target) : target.href}>
        {service.action.label}
      </ButtonLink>
      {service.action.kind === 'ask' ? null : (
        <ButtonLink isQuiet href={href(locale, `/contact/${service.slug}`)}>
          {t('ask')}
        </ButtonLink>
      )}
    </Actions>
  )
}

function AtAGlance({ service, clauses }: { service: ServiceView; clauses: readonly ServiceClause[] }) {
  const t = useTranslations('services')
  const locale = useLocale()
  const { audiences, promisedWorkingDays, fee, verifiedOn } = service
  const facts: Fact[] = [
    {
      key: 'audiences',
      term: t('forWhom'),
      value: listFormat(locale).format(audiences.map((audience) => t(`audience.${audience as Audience}`))),
    },
  ]
  if (promisedWorkingDays) {
    facts.push({ key: 'promise', term: t('promise'), value: t('workingDays', { count: promisedWorkingDays }) })
  }
  if (fee) facts.push({ key: 'fee', term: t('fee'), value: fee })
  if (verifiedOn) {
    facts.push({
      key: 'verified',
      term: t('verified'),
      value: <DateBoth date={verifiedOn} locale={locale} hasWeekday={false} />,
    })
  }
  if (clauses.length > 0) facts.push({ key: 'clauses', term: t('restsOn'), value: <Clauses clauses={clauses} /> })
  return (
    <aside className="panel" aria-labelledby="facts-h">
      <h2 id="facts-h">{t('about')}</h2>
      <Facts items={facts} isRuled={false} />
      {promisedWorkingDays ? <p className="small muted">{t('promiseNote')}</p> : null}
    </aside>
  )
}

function Where({ service }: { service: ServiceView }) {
  const t = useTranslations('services')
  const locale = useLocale()
  if (service.channels.length === 0) return null
  const facts = service.channels.map(({ channel, hours }) => ({
    key: channel,
    term: t(`channel.${channel as Channel}`),
    value: hours ?? (channel === 'website' ? t('anyTime') : null),
  }))
  const known = facts.filter(({ value }) => value)
  const others = facts.filter(({ value }) => !value).map(({ key }) => t(`inText.${key as Channel}`))
  return (
    <Part id="where" title={t('where')}>
      <Facts items={known} />
      <p className="muted">
        {others.length > 0 ? `${t('alsoThrough', { channels: listFormat(locale).format(others) })} ` : null}
        {t.rich('whereNote', { link: (text) => <a href={href(locale, '/contact')}>{text}</a> })}
      </p>
    </Part>
  )
}

function Clauses({ clauses }: { clauses: readonly ServiceClause[] }) {
  const t = useTranslations('services')
  const locale = useLocale()
  const parts = listFormat(locale).formatToParts(clauses.map((_, index) => String(index)))
  return parts.map((part) => {
    const clause = part.type === 'element' ? clauses[Number(part.value)] : undefined
    if (!clause) return part.value
    return (
      <a
        key={`${clause.policySlug}#${clause.anchor}`}
        href={href(locale, `/policies/${clause.policySlug}#${clause.anchor}`)}
      >
        {t.rich('clause', { number: () => <Num>{clause.number}</Num> })}
      </a>
    )
  })
}
