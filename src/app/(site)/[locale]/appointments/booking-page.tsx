import { getTranslations } from 'next-intl/server'
import { sendBooking } from '@/app/(site)/[locale]/appointments/actions'
import { SitePage } from '@/app/(site)/site-page'
import { openTimes } from '@/features/appointments/server/open-times'
import { BookingForm } from '@/features/appointments/ui/booking-form'
import { getAssociation } from '@/features/site/server/queries'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { Crumbs, PageHead } from '@/ui/page'
import { rich } from '@/ui/rich-tags'
import { TelephoneLink } from '@/ui/text'

/** Where a person books a visit. @param from the case that it is about, with the token that led here */
export async function BookingPage({
  locale,
  from,
}: {
  locale: Locale
  from: { token: string; reference: string } | null
}) {
  const [t, site, association, times] = await Promise.all([
    getTranslations({ locale, namespace: 'appointments' }),
    getTranslations({ locale, namespace: 'site' }),
    getAssociation(locale),
    openTimes(locale, new Date()),
  ])
  const path = from ? (`/appointments/case/${from.token}` as const) : '/appointments'
  return (
    <SitePage locale={locale} path={path}>
      <DeliveryMeta isCached={false} status={times ? undefined : 503} />
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <div className="stack-l">
        {times && times.length > 0 ? (
          <ClientMessages locale={locale} namespaces={['appointments', 'forms']}>
            <BookingForm
              action={sendBooking}
              times={times}
              caseToken={from?.token ?? ''}
              privacyHref={href(locale, '/privacy')}
            >
              <PageHead
                title={t('title')}
                status={from ? <p>{t.rich('aboutCase', { ...rich, reference: from.reference })}</p> : undefined}
                lead={t('lead')}
              />
            </BookingForm>
          </ClientMessages>
        ) : (
          <PageHead
            title={times ? t('none.title') : t('unavailable.title')}
            lead={times ? t('none.lead') : t('unavailable.lead')}
          >
            <Actions>
              <ButtonLink href={href(locale, '/contact')}>{t('none.write')}</ButtonLink>
            </Actions>
            {association.phone ? (
              <p>
                {t('none.call')} <TelephoneLink number={association.phone} />
              </p>
            ) : null}
          </PageHead>
        )}
      </div>
      <script type="module" src="/js/form.js" data-delivery="keep" />
    </SitePage>
  )
}
