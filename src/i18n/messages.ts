import type { Locale } from '@/i18n/routing'
import arAppointments from '../../messages/ar/appointments.json' with { type: 'json' }
import arCalendar from '../../messages/ar/calendar.json' with { type: 'json' }
import arCases from '../../messages/ar/cases.json' with { type: 'json' }
import arChannels from '../../messages/ar/channels.json' with { type: 'json' }
import arDelivery from '../../messages/ar/delivery.json' with { type: 'json' }
import arDesk from '../../messages/ar/desk.json' with { type: 'json' }
import arErrors from '../../messages/ar/errors.json' with { type: 'json' }
import arFiles from '../../messages/ar/files.json' with { type: 'json' }
import arForms from '../../messages/ar/forms.json' with { type: 'json' }
import arHome from '../../messages/ar/home.json' with { type: 'json' }
import arInquiries from '../../messages/ar/inquiries.json' with { type: 'json' }
import arMail from '../../messages/ar/mail.json' with { type: 'json' }
import arNotices from '../../messages/ar/notices.json' with { type: 'json' }
import arPages from '../../messages/ar/pages.json' with { type: 'json' }
import arPanel from '../../messages/ar/panel.json' with { type: 'json' }
import arPolicies from '../../messages/ar/policies.json' with { type: 'json' }
import arSearch from '../../messages/ar/search.json' with { type: 'json' }
import arServices from '../../messages/ar/services.json' with { type: 'json' }
import arSite from '../../messages/ar/site.json' with { type: 'json' }
import arStaff from '../../messages/ar/staff.json' with { type: 'json' }
import arSurveys from '../../messages/ar/surveys.json' with { type: 'json' }
import enAppointments from '../../messages/en/appointments.json' with { type: 'json' }
import enCalendar from '../../messages/en/calendar.json' with { type: 'json' }
import enCases from '../../messages/en/cases.json' with { type: 'json' }
import enChannels from '../../messages/en/channels.json' with { type: 'json' }
import enDelivery from '../../messages/en/delivery.json' with { type: 'json' }
import enDesk from '../../messages/en/desk.json' with { type: 'json' }
import enErrors from '../../messages/en/errors.json' with { type: 'json' }
import enFiles from '../../messages/en/files.json' with { type: 'json' }
import enForms from '../../messages/en/forms.json' with { type: 'json' }
import enHome from '../../messages/en/home.json' with { type: 'json' }
import enInquiries from '../../messages/en/inquiries.json' with { type: 'json' }
import enMail from '../../messages/en/mail.json' with { type: 'json' }
import enNotices from '../../messages/en/notices.json' with { type: 'json' }
import enPages from '../../messages/en/pages.json' with { type: 'json' }
import enPanel from '../../messages/en/panel.json' with { type: 'json' }
import enPolicies from '../../messages/en/policies.json' with { type: 'json' }
import enSearch from '../../messages/en/search.json' with { type: 'json' }
import enServices from '../../messages/en/services.json' with { type: 'json' }
import enSite from '../../messages/en/site.json' with { type: 'json' }
import enStaff from '../../messages/en/staff.json' with { type: 'json' }
import enSurveys from '../../messages/en/surveys.json' with { type: 'json' }

/** One file a namespace, so that a feature's words change beside its code. Namespaces are file names. */
const ar = {
  appointments: arAppointments,
  calendar: arCalendar,
  cases: arCases,
  channels: arChannels,
  desk: arDesk,
  delivery: arDelivery,
  errors: arErrors,
  files: arFiles,
  forms: arForms,
  home: arHome,
  inquiries: arInquiries,
  mail: arMail,
  notices: arNotices,
  pages: arPages,
  panel: arPanel,
  policies: arPolicies,
  search: arSearch,
  services: arServices,
  site: arSite,
  staff: arStaff,
  surveys: arSurveys,
}
const en: typeof ar = {
  appointments: enAppointments,
  calendar: enCalendar,
  cases: enCases,
  channels: enChannels,
  desk: enDesk,
  delivery: enDelivery,
  errors: enErrors,
  files: enFiles,
  forms: enForms,
  home: enHome,
  inquiries: enInquiries,
  mail: enMail,
  notices: enNotices,
  pages: enPages,
  panel: enPanel,
  policies: enPolicies,
  search: enSearch,
  services: enServices,
  site: enSite,
  staff: enStaff,
  surveys: enSurveys,
}

export type Messages = typeof ar

export function messagesFor(locale: Locale): Messages {
  return locale === 'ar' ? ar : en
}
