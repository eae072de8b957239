import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { sendEvaluation } from '@/app/(site)/[locale]/evaluate/actions'
import { SitePage } from '@/app/(site)/site-page'
import { clauseNumbers } from '@/features/policies/server/queries'
import { beneficiaryPolicy, type EvaluationFormState } from '@/features/surveys/schema'
import type { SurveyView } from '@/features/surveys/server/survey-view'
import { EvaluationForm } from '@/features/surveys/ui/evaluation-form'
import { WhyWeAsk } from '@/features/surveys/ui/why-we-ask'
import { ClientMessages } from '@/i18n/client-messages'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { staleOnError } from '@/platform/stale-on-error'
import { Actions, ButtonLink } from '@/ui/button'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { Crumbs, PageHead, Split } from '@/ui/page'

interface Frame {
  locale: Locale
  path: `/${string}`
}

/** A survey with its form. Invitations and previews depend on the request; others are kept until something changes. */
export async function SurveyPage({
  locale,
  path,
  survey,
  about,
  service,
  token,
  notice,
  isKept = false,
  isOver = false,
  action = sendEvaluation,
}: Frame & {
  survey: SurveyView
  /** The service it is about, in words. */
  about?: string
  service?: string
  token?: string
  notice?: ReactNode
  isKept?: boolean
  /** Whether it has closed: that is said instead, and what was sent too late comes back. */
  isOver?: boolean
  action?: (state: EvaluationFormState, form: FormData) => Promise<EvaluationFormState>
}) {
  const t = await getTranslations({ locale, namespace: 'surveys' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const { id, questions, hasContact } = survey
  const numbers = await staleOnError(
    'clause-numbers',
    () => clauseNumbers(beneficiaryPolicy),
    async () => new Map<string, string>(),
  )
  return (
    <SitePage locale={locale} path={path}>
      <DeliveryMeta isCached={isKept} />
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <Split
        aside={
          isOver ? null : (
            <WhyWeAsk questions={questions} clauseNumbers={numbers} locale={locale} isInvited={Boolean(token)} />
          )
        }
      >
        <ClientMessages locale={locale} namespaces={['forms', 'surveys']}>
          <EvaluationForm
            action={action}
            survey={{ id, questions, hasContact }}
            service={service}
            token={token}
            isOver={isOver}
          >
            {notice}
            {isOver ? (
              <PageHead title={t('closed.title')} lead={t('closed.lead')}>
                <Actions>
                  <ButtonLink href={href(locale, '/contact')}>{site('page.contact')}</ButtonLink>
                </Actions>
              </PageHead>
            ) : (
              <PageHead
                title={survey.title}
                status={about ? <p>{t('evaluate.about', { service: about })}</p> : undefined}
                lead={survey.introduction}
              />
            )}
          </EvaluationForm>
        </ClientMessages>
      </Split>
      <script type="module" src="/js/form.js" data-delivery="keep" />
    </SitePage>
  )
}

const statuses = { closed: 200, unavailable: 503, used: 200, invitationClosed: 200, unknownLink: 404 } as const

/** No form to show: why, and where to go instead. */
export async function InsteadOfSurvey({ locale, path, reason }: Frame & { reason: keyof typeof statuses }) {
  const t = await getTranslations({ locale, namespace: 'surveys' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const isOpenFormNext = reason === 'unknownLink'
  return (
    <SitePage locale={locale} path={path}>
      <DeliveryMeta isCached={reason === 'closed'} status={statuses[reason]} />
      <Crumbs label={site('crumbs')} items={[{ href: href(locale, '/'), label: site('page.home') }]} />
      <PageHead title={t(`${reason}.title`)} lead={t(`${reason}.lead`)}>
        <Actions>
          <ButtonLink href={href(locale, isOpenFormNext ? '/evaluate' : '/contact')}>
            {isOpenFormNext ? t('evaluate.title') : site('page.contact')}
          </ButtonLink>
        </Actions>
      </PageHead>
    </SitePage>
  )
}
