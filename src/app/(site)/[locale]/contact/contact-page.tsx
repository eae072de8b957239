import { getTranslations } from 'next-intl/server'
import { sendInquiry } from '@/app/(site)/[locale]/contact/actions'
import { SitePage } from '@/app/(site)/site-page'
import { limits } from '@/features/inquiries/schema'
import { InquiryForm } from '@/features/inquiries/ui/inquiry-form'
import { lastKnownServices } from '@/features/services/server/queries'
import { getAssociation } from '@/features/site/server/queries'
import { ChannelFacts, hasChannelFacts } from '@/features/site/ui/channel-facts'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { Crumbs, PageHead, Split } from '@/ui/page'
import { linkTo } from '@/ui/rich-tags'
import { TelephoneLink } from '@/ui/text'

/** The complaints service is asked for by its kind; others by their name. */
export const COMPLAINT = 'complaint'

/** Whether the address names something to write about; true while the database can't say. */
export function isTopic(slug: string, services: Awaited<ReturnType<typeof lastKnownServices>>): boolean {
  return slug === COMPLAINT || services === null || services.some((service) => service.slug === slug)
}

/**
 * @param slug the last part of the address, a service's or `complaint`; null on the page itself
 * @param subject stands in the form's field, to be changed or left
 */
export async function ContactPage({
  locale,
  slug,
  subject = '',
}: {
  locale: Locale
  slug: string | null
  subject?: string
}) {
  // Without a database the form still shows, and says at sending that it isn't possible now.
  const [t, site, association, known] = await Promise.all([
    getTranslations({ locale, namespace: 'inquiries' }),
    getTranslations({ locale, namespace: 'site' }),
    getAssociation(locale),
    lastKnownServices(locale),
  ])
  const services = known ?? []
  const service = services.find((candidate) => candidate.slug === slug)
  const path = slug ? (`/contact/${slug}` as const) : '/contact'
  return (
    <SitePage locale={locale} path={path}>
      <DeliveryMeta reads={slug ? [] : ['subject']} />
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <Split
        aside={
          hasChannelFacts(association) ? (
            <aside className="stack" aria-labelledby="channels-title">
              <h2 id="channels-title">{t('contact.channels')}</h2>
              <ChannelFacts association={association} locale={locale} onSite={t('contact.here')} />
              <p className="small muted">{t('contact.channelsNote')}</p>
            </aside>
          ) : null
        }
      >
        <ClientMessages locale={locale} namespaces={['files', 'forms', 'inquiries']}>
          <InquiryForm
            action={sendInquiry}
            services={services.map(({ slug: value, title }) => ({ slug: value, title }))}
            preset={{
              kind: slug === COMPLAINT ? 'complaint' : '',
              service: service?.slug ?? (known === null && slug !== COMPLAINT ? (slug ?? '') : ''),
              subject: subject.slice(0, limits.subject),
            }}
            privacyHref={href(locale, '/privacy')}
            targets={association.responseTargets}
          >
            <PageHead
              title={t('contact.title')}
              status={service ? <p>{t('contact.about', { service: service.title })}</p> : undefined}
              lead={t('contact.lead')}
            >
              {association.phone ? (
                <p>
                  {t('contact.call')} <TelephoneLink number={association.phone} />
                </p>
              ) : null}
              <p className="small muted">{t.rich('contact.track', linkTo(href(locale, '/track')))}</p>
              <p className="small muted">{t.rich('contact.visit', linkTo(href(locale, '/appointments')))}</p>
            </PageHead>
          </InquiryForm>
        </ClientMessages>
      </Split>
      <script type="module" src="/js/form.js" data-delivery="keep" />
    </SitePage>
  )
}
