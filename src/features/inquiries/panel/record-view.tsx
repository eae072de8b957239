import type { AdminViewServerProps } from 'payload'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import { gregorianDay } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { consentFormLabels, replyChannelLabels } from '@/shared/casework/cms/labels'
import { type DeskTranslator, deskTranslator } from '@/shared/casework/panel/translator'
import { mayWork } from '@/shared/casework/roles'
import { replyChannels, replyLocales } from '@/shared/casework/schema'
import { listOfferedServices, type OfferedService } from '@/shared/directory/services'
import { channelLabels, recordedChannels } from '@/shared/vocabulary/channels'
import { inquiryKindLabels, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { recordForPerson } from './record-action'
import { RecordForm } from './record-form'
import type { RecordOption, RecordWords } from './record-form-state'

/** Where staff write down what came by interview, telephone, social media or letter. */
export async function RecordView(view: AdminViewServerProps) {
  const user = signedIn(view, '/admin/inbox/new')
  const { req } = view.initPageResult
  const locale = panelLocale(req.i18n)
  const t = deskTranslator(locale)
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
          <RecordForm
            action={recordForPerson.bind(null, locale)}
            submissionKey={randomToken()}
            today={todayText()}
            words={wordsOf(services, locale, t)}
          />
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

function wordsOf(services: readonly OfferedService[], locale: 'ar' | 'en', t: DeskTranslator): RecordWords {
  const field = (name: keyof RecordWords['fields']) => ({
    label: t(`record.field.${name}.label`),
    help: t(`record.field.${name}.help`),
  })
  const options = <Value extends string>(
    values: readonly Value[],
    labels: Record<Value, { ar: string; en: string }>,
  ): RecordOption[] => values.map((value) => ({ value, label: labels[value][locale] }))
  return {
    fields: {
      channel: field('channel'),
      receivedOn: field('receivedOn'),
      kind: field('kind'),
      service: field('service'),
      subject: field('subject'),
      message: field('message'),
      attachments: field('attachments'),
      isAnonymous: field('isAnonymous'),
      name: field('name'),
      phone: field('phone'),
      email: field('email'),
      replyChannel: field('replyChannel'),
      replyLocale: field('replyLocale'),
      consent: field('consent'),
    },
    options: {
      channel: options(recordedChannels, channelLabels),
      kind: options(inquiryKinds, inquiryKindLabels),
      service: services.map(({ slug, title }) => ({ value: slug, label: title })),
      replyChannel: options(replyChannels, replyChannelLabels),
      replyLocale: replyLocales.map((value) => ({ value, label: t(`case.locale.${value}`) })),
      consent: options(['spoken', 'written'], consentFormLabels),
    },
    choose: t('record.choose'),
    optional: t('record.optional'),
    submit: t('record.submit'),
    pending: t('case.work.pending'),
    restored: t('record.restored'),
    startAgain: t('record.startAgain'),
    recorded: {
      title: t('record.recorded.title'),
      say: t('record.recorded.say'),
      reference: t('record.recorded.reference'),
      code: t('record.recorded.code'),
      open: t('record.recorded.open'),
      elsewhere: t('record.recorded.elsewhere'),
      another: t('record.recorded.another'),
    },
  }
}
