import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { publicStats } from '@/app/(site)/public-stats'
import { SitePage } from '@/app/(site)/site-page'
import { listPolicies, newestPolicy } from '@/features/policies/server/queries'
import { listServices } from '@/features/services/server/queries'
import { organisationData } from '@/features/site/domain/organisation-data'
import { getAssociation } from '@/features/site/server/queries'
import { Cover, HowWeServed, MainTasks, NewestPolicy, ServiceNeeds } from '@/features/site/ui/home'
import { href } from '@/i18n/navigation'
import { direction } from '@/i18n/routing'
import { env } from '@/platform/env'
import { StructuredData } from '@/ui/structured-data'

interface Props {
  params: Promise<{ locale: string }>
}

/** The policy whose first objective the cover quotes. */
const COVER_POLICY = 'beneficiary-relations'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'site' })
  return pageMetadata({ locale, path: '/', title: t('name') })
}

export default async function HomePage({ params }: Props) {
  const locale = await localeOf(params)
  const [association, services, policies, newest, served] = await Promise.all([
    getAssociation(locale),
    listServices(locale),
    listPolicies(locale),
    newestPolicy(locale),
    publicStats(),
  ])
  const isQuotable = policies.some(({ slug }) => slug === COVER_POLICY)
  return (
    <SitePage locale={locale} path="/" layout="bare">
      <StructuredData
        data={organisationData({
          association,
          address: `${env().siteUrl}${href(locale, '/')}`,
          siteUrl: env().siteUrl,
        })}
      />
      <Cover
        locale={locale}
        association={association}
        sourceHref={isQuotable ? href(locale, `/policies/${COVER_POLICY}#objective-1`) : null}
      />
      <MainTasks locale={locale} hasServices={services.length > 0} />
      <div className="wrap page page-home">
        {services.length > 0 ? <ServiceNeeds locale={locale} services={services} /> : null}
        {newest ? (
          <NewestPolicy
            locale={locale}
            policy={{
              ...newest,
              title: (
                <span lang={newest.title.lang} dir={direction(newest.title.lang)}>
                  {newest.title.text}
                </span>
              ),
            }}
          />
        ) : null}
        {served ? <HowWeServed locale={locale} month={served} /> : null}
      </div>
    </SitePage>
  )
}
