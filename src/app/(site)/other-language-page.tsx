import { getTranslations } from 'next-intl/server'
import { SitePage } from '@/app/(site)/site-page'
import { sitePages } from '@/features/site/domain/pages'
import { href } from '@/i18n/navigation'
import { type Locale, otherLocale } from '@/i18n/routing'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { PageHead } from '@/ui/page'

/** In place of a page whose words exist in the other language only: says so and leads there. Sets status 404. */
export async function OtherLanguagePage({ locale, path }: { locale: Locale; path: `/${string}` }) {
  const t = await getTranslations({ locale, namespace: 'errors' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const other = otherLocale(locale)
  return (
    <SitePage locale={locale} path={path}>
      <DeliveryMeta status={404} />
      <meta name="robots" content="noindex" />
      <PageHead title={t('otherLanguage.title')} lead={t('otherLanguage.lead')}>
        <Actions>
          <ButtonLink href={href(other, path)} hrefLang={other}>
            {t('otherLanguage.read')}
          </ButtonLink>
          <ButtonLink href={href(locale, sitePages.contact.path)} isQuiet>
            {site('page.contact')}
          </ButtonLink>
        </Actions>
      </PageHead>
    </SitePage>
  )
}
