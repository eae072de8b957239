import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { href } from '@/i18n/navigation'
import { Status } from '@/ui/case'
import { Needs } from '@/ui/facts'
import { PageHead, Section } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'surveys' })
  return pageMetadata({ locale, path: '/evaluate/thanks', title: t('thanks.title'), isIndexed: false })
}

/** Says nothing about the evaluation that came before, so it can be loaded again, kept and shown to anybody. */
export default async function ThanksPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'surveys' })
  const site = await getTranslations({ locale, namespace: 'site' })
  return (
    <SitePage locale={locale} path="/evaluate/thanks">
      <PageHead
        title={t('thanks.title')}
        status={<Status tone="done">{t('thanks.status')}</Status>}
        lead={t('thanks.lead')}
      />
      <Section id="next-title" title={t('thanks.next')}>
        <Needs
          items={(['services', 'policies', 'contact', 'home'] as const).map((key) => ({
            href: href(locale, key === 'home' ? '/' : `/${key}`),
            label: site(`page.${key}`),
          }))}
        />
      </Section>
      <script type="module" src="/js/sent.js" data-delivery="keep" />
    </SitePage>
  )
}
