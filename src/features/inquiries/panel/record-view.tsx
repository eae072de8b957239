import type { AdminViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { type Translator, translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import { gregorianDay } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { consentFormLabels, replyChannelLabels } from '@/shared/casework/cms/labels'
import { mayWork } from '@/shared/casework/roles'
import { replyChannels, replyLocales } from '@/shared/casework/schema'
import { listOfferedServices, type OfferedService } from '@/shared/directory/services'
import { channelLabels, recordedChannels } from '@/shared/vocabulary/channels'
import { inquiryKindLabels, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { recordForPerson } from './record-action'
import { RecordForm } from './record-form'
import type { RecordOption, RecordOptions } from './record-form-state'

/** Where staff write down what came by interview, telephone, social media or letter. */
export async function RecordView(view: AdminViewServerProps) {
  const user = signedIn(view, '/admin/inbox/new')
  const { req } = view.initPageResult
  const locale = panelLocale(req.i18n)
  const t = translator('desk', locale)
  const isWorker = mayWork(user)
  const services = isWorker ? await listOfferedServices(req.payload, user, locale) : []
  return (
    <PageFrame view={view} className="desk">
      <p className="desk-back">
        <a href="/admin/inbox">{t('case.back')}</a>
      </p>
      <h1>{t('record.title')}</h1>
      {isWorker ? (
        <>
          <p className="desk-lead">{t('record.lead')}</p>
          <ClientMessages
            locale={locale}
            namespaces={['desk.record.field', 'desk.record.form', 'desk.record.recorded']}
          >
            <RecordForm
              action={recordForPerson.bind(null, locale)}
              submissionKey={randomToken()}
              today={todayText()}
              options={optionsIn(locale, services, t)}
            />
          </ClientMessages>
        </>
      ) : (
        <p className="desk-note">{t('case.outcome.forbidden')}</p>
      )}
    </PageFrame>
  )
}

function todayText(): string {
  const { year, month, day } = gregorianDay(new Date())
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

const optionsOf = <Value extends string>(
  values: readonly Value[],
  labels: Record<Value, { ar: string; en: string }>,
  locale: 'ar' | 'en',
): RecordOption[] => values.map((value) => ({ value, label: labels[value][locale] }))

const optionsIn = (locale: 'ar' | 'en', services: readonly OfferedService[], t: Translator<'desk'>): RecordOptions => ({
  channel: optionsOf(recordedChannels, channelLabels, locale),
  kind: optionsOf(inquiryKinds, inquiryKindLabels, locale),
  service: services.map(({ slug, title }) => ({ value: slug, label: title })),
  replyChannel: optionsOf(replyChannels, replyChannelLabels, locale),
  replyLocale: replyLocales.map((value) => ({ value, label: t(`case.locale.${value}`) })),
  consent: optionsOf(['spoken', 'written'], consentFormLabels, locale),
})
