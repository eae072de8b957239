import { Banner } from '@payloadcms/ui/elements/Banner'
import type { UIFieldServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { hasRole } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { surveyNextRoundPath } from '../domain/paths'
import { NextRoundButton } from './next-round-button'

/** A notice that the questions of an answered survey are frozen, with a button for the next round. */
export async function AnsweredNotice({ data, id, i18n, req }: UIFieldServerProps) {
  const survey = id ?? (data as { id?: string } | undefined)?.id
  if (!survey) return null
  const { totalDocs } = await req.payload.count({
    collection: 'survey-responses',
    where: { survey: { equals: survey } },
    ...asSystem('read-survey'),
  })
  if (totalDocs === 0) return null
  const locale = panelLocale(i18n)
  return (
    <Banner type="info">
      <p>{translator('surveys', locale)('frozen')}</p>
      {hasRole(req.user, 'administrator', 'editor') ? (
        <ClientMessages locale={locale} namespaces={['surveys.nextRound']}>
          <NextRoundButton path={surveyNextRoundPath(String(survey))} />
        </ClientMessages>
      ) : null}
    </Banner>
  )
}
