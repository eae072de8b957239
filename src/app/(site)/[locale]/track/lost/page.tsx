import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { askForLink } from '@/app/(site)/[locale]/track/actions'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import { LostForm } from '@/shared/casework/ui/lost-form'
import { Crumbs, PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return pageMetadata({ locale, path: '/track/lost', title: t('lost.title'), description: t('lost.lead') })
}

/** A new link for who lost the code. */
export default async function LostPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  const site = await getTranslations({ locale, namespace: 'site' })
  return (
    <SitePage locale={locale} path="/track/lost">
      <Crumbs
        label={site('crumbs')}
        items={[
          { href: href(locale, '/'), label: site('page.home') },
          { href: href(locale, '/track'), label: site('page.track') },
        ]}
      />
      <ClientMessages locale={locale} namespaces={['forms', 'cases']}>
        <LostForm action={askForLink}>
          <PageHead title={t('lost.title')} lead={t('lost.lead')} />
        </LostForm>
      </ClientMessages>
    </SitePage>
  )
}
