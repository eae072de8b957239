import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { sendReply } from '@/app/(site)/[locale]/track/actions'
import { localeOf } from '@/app/(site)/locale-of'
import { pageMetadata } from '@/app/(site)/page-metadata'
import { SitePage } from '@/app/(site)/site-page'
import { openTimes } from '@/features/appointments/server/open-times'
import { OfferVisit } from '@/features/appointments/ui/offer-visit'
import { getAssociation } from '@/features/site/server/queries'
import { invitationForTracking } from '@/features/surveys/server/forms'
import { InvitationPanel } from '@/features/surveys/ui/invitation-panel'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { randomToken } from '@/platform/crypto'
import { openTracked, replyTokenFor, sealedTokenOf } from '@/shared/casework/server/tracking-forms'
import { ReplyForm } from '@/shared/casework/ui/reply-form'
import { TrackedCaseView } from '@/shared/casework/ui/tracked-case'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { Crumbs, Note, PageHead } from '@/ui/page'

interface Props {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = await getTranslations({ locale, namespace: 'cases' })
  return pageMetadata({ locale, path: '/track', title: t('track.title'), isIndexed: false })
}

const statuses = { ok: undefined, expired: 404, unavailable: 503 } as const

export default async function TrackedPage({ params, searchParams }: Props) {
  const locale = await localeOf(params)
  const { token: given } = await params
  const t = await getTranslations({ locale, namespace: 'cases' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const now = new Date()
  const clientAddress = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? 'unknown'
  const sealed = await sealedTokenOf(given, clientAddress, now)
  const token = sealed ?? ''
  const opened = sealed === null ? ({ status: 'unavailable' } as const) : await openTracked(token, locale, now)
  const association = await getAssociation(locale)
  // A person who waits for our answer is not asked to evaluate us.
  const isAnswered =
    opened.status === 'ok' && ['answered', 'closed'].includes(opened.tracked.status) && !opened.tracked.outcome
  const invitation = opened.status === 'ok' && isAnswered ? await invitationForTracking(opened.tracked.id, now) : null
  const times = opened.status === 'ok' ? await openTimes(locale, now) : null
  const hasAdded = (await searchParams).added === '1'
  const reply = { action: sendReply, token, replyKey: randomToken(), replyToken: replyTokenFor(token, now) ?? '' }
  const instead =
    opened.status === 'expired'
      ? { title: t('track.expired'), lead: t('track.expiredLead') }
      : { title: t('track.unavailable'), lead: t('track.unavailableLead') }
  return (
    <SitePage locale={locale} path={`/track/${given}`}>
      <DeliveryMeta isCached={false} status={statuses[opened.status]} />
      <Crumbs
        label={site('crumbs')}
        items={[
          { href: href(locale, '/'), label: site('page.home') },
          { href: href(locale, '/track'), label: t('track.other') },
        ]}
      />
      {opened.status === 'ok' ? (
        <ClientMessages locale={locale} namespaces={['files', 'forms', 'cases']}>
          <TrackedCaseView
            tracked={opened.tracked}
            locale={locale}
            now={now}
            signature={association.name}
            hasAdded={hasAdded}
            reply={{ ...reply, draft: opened.tracked.reference.replace(/\D/g, '') }}
          >
            {times && times.length > 0 ? <OfferVisit href={href(locale, `/appointments/case/${token}`)} /> : null}
            {invitation ? <InvitationPanel locale={locale} {...invitation} /> : null}
          </TrackedCaseView>
        </ClientMessages>
      ) : (
        <>
          <PageHead {...instead}>
            {hasAdded ? (
              <Note>
                <p role="status">{t('track.added')}</p>
              </Note>
            ) : null}
            <Actions>
              <ButtonLink href={href(locale, '/track')}>{t('track.title')}</ButtonLink>
            </Actions>
          </PageHead>
          <ClientMessages locale={locale} namespaces={['files', 'forms', 'cases']}>
            <ReplyForm {...reply} draft={null} purpose="add" isOver />
          </ClientMessages>
        </>
      )}
      {/* First: the form would bring back the draft of what was just sent. */}
      {hasAdded ? <script type="module" src="/js/sent.js" data-delivery="keep" /> : null}
      <script type="module" src="/js/form.js" data-delivery="keep" />
    </SitePage>
  )
}
