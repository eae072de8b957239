import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContentPage, contentPageMetadata } from '@/app/(site)/content-page'
import { localeOf } from '@/app/(site)/locale-of'
import { getAssociation } from '@/features/site/server/queries'
import { ChannelFacts } from '@/features/site/ui/channel-facts'
import { href } from '@/i18n/navigation'
import { GoLink } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/page'
import { MixedText, Num } from '@/ui/text'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return contentPageMetadata('about', await localeOf(params))
}

export default async function AboutPage({ params }: Props) {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'pages.about' })
  const association = await getAssociation(locale)
  const facts = [
    ...(association.registrationNumber
      ? [{ key: 'registration', term: t('registration'), value: <Num>{association.registrationNumber}</Num> }]
      : []),
    ...(association.address
      ? [{ key: 'address', term: t('address'), value: <MixedText text={association.address} locale={locale} /> }]
      : []),
  ]
  return (
    <ContentPage slug="about" locale={locale}>
      {facts.length > 0 ? (
        <Section id="facts" title={t('facts')}>
          <Facts items={[{ key: 'name', term: t('name'), value: association.name }, ...facts]} />
        </Section>
      ) : null}
      <Section id="channels" title={t('channels')}>
        <ChannelFacts association={association} locale={locale} />
        <p>
          <GoLink href={href(locale, '/contact')}>{t('contact')}</GoLink>
        </p>
      </Section>
    </ContentPage>
  )
}
