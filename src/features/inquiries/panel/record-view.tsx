import type { AdminViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { type Translator, translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import { gregorianDay } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { readEmail } from '@/platform/email-address'
import { readTelephone } from '@/platform/telephone'
import { cleanLine } from '@/platform/typed-text'
import { consentFormLabels, replyChannelLabels } from '@/shared/casework/cms/labels'
import type { Shown } from '@/shared/casework/panel/case-shown'
import { CaseTable } from '@/shared/casework/panel/case-table'
import { mayWork } from '@/shared/casework/roles'
import { replyChannels, replyLocales } from '@/shared/casework/schema'
import type { CaseList } from '@/shared/casework/server/desk/list-cases'
import { casesOfPerson } from '@/shared/casework/server/desk/persons-cases'
import { listOfferedServices, type OfferedService } from '@/shared/directory/services'
import { channelLabels, recordedChannels } from '@/shared/vocabulary/channels'
import { inquiryKindLabels, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { recordForPerson } from './record-action'
import { RecordForm } from './record-form'
import type { RecordOption, RecordOptions, RecordPreset } from './record-form-state'

/** Longer than any number or address. */
const MAX_TYPED = 300

/** Where staff write down what came by interview, telephone, social media or letter. */
export async function RecordView(view: AdminViewServerProps) {
  const user = signedIn(view, '/admin/inbox/new')
  const { req } = view.initPageResult
  const locale = panelLocale(req.i18n)
  const t = translator('desk', locale)
  const isWorker = mayWork(user)
  const services = isWorker ? await listOfferedServices(req.payload, user, locale) : []
  const shown = { locale, now: new Date(), t }
  const find = typedIn(view.searchParams, 'find')
  const asked = { payload: req.payload, user, now: shown.now, locale }
  const earlier = isWorker && find ? await casesOfPerson(asked, find) : null
  return (
    <PageFrame view={view} className="desk">
      <p className="desk-back">
        <a href="/admin/inbox">{t('case.back')}</a>
      </p>
      <h1>{t('record.title')}</h1>
      {isWorker ? (
        <>
          <p className="desk-lead">{t('record.lead')}</p>
          <FindPerson find={find} earlier={earlier} shown={shown} />
          <ClientMessages
            locale={locale}
            namespaces={['desk.record.field', 'desk.record.form', 'desk.record.recorded']}
          >
            <RecordForm
              action={recordForPerson.bind(null, locale)}
              submissionKey={randomToken()}
              today={todayText()}
              options={optionsIn(locale, services, t)}
              preset={presetOf(find, typedIn(view.searchParams, 'channel'), earlier)}
            />
          </ClientMessages>
        </>
      ) : (
        <p className="desk-note">{t('case.outcome.forbidden')}</p>
      )}
    </PageFrame>
  )
}

const typedIn = (searchParams: AdminViewServerProps['searchParams'], name: string): string => {
  const given = searchParams?.[name]
  return cleanLine((Array.isArray(given) ? given[0] : given) ?? '').slice(0, MAX_TYPED)
}

/** What is known of the person before the form is filled in. */
function presetOf(find: string, channel: string, earlier: CaseList | null): RecordPreset {
  const email = readEmail(find)
  const phone = readTelephone(find)
  return {
    channel: recordedChannels.find((known) => known === channel) ?? (phone.status === 'ok' ? 'telephone' : ''),
    name: earlier?.cases.find(({ name }) => name)?.name ?? '',
    phone: phone.status === 'ok' ? find : '',
    email: email.status === 'ok' ? email.address : '',
  }
}

/** Who calls: their number or address, and what they wrote to us before. */
function FindPerson({ find, earlier, shown }: { find: string; earlier: CaseList | null; shown: Shown }) {
  const { t } = shown
  return (
    <section className="desk-part" aria-labelledby="find-person">
      <h2 id="find-person">{t('record.person.title')}</h2>
      <form method="get" action="/admin/inbox/new" className="desk-find">
        <label htmlFor="find-person-field">{t('record.person.label')}</label>
        <input id="find-person-field" name="find" type="text" dir="auto" defaultValue={find} autoComplete="off" />
        <button type="submit" className="desk-quiet">
          {t('record.person.find')}
        </button>
      </form>
      {find && !earlier ? <p className="desk-note">{t('inbox.empty.unreadable')}</p> : null}
      {earlier && earlier.cases.length === 0 ? <p className="desk-note">{t('record.person.none')}</p> : null}
      {earlier && earlier.cases.length > 0 ? (
        <>
          <p>{t('record.person.count', { count: earlier.total ?? earlier.cases.length })}</p>
          <CaseTable cases={earlier.cases} {...shown} />
        </>
      ) : null}
    </section>
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
