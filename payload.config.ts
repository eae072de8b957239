import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { ar } from '@payloadcms/translations/languages/ar'
import { en } from '@payloadcms/translations/languages/en'
import { buildConfig } from 'payload'
import { AppointmentTimes } from '@/features/appointments/cms/appointment-times'
import { Appointments } from '@/features/appointments/cms/appointments'
import { countErasableAppointments } from '@/features/appointments/server/erasable'
import { inquiryCases } from '@/features/inquiries/server/case-type'
import { Editions } from '@/features/policies/cms/editions'
import { Policies } from '@/features/policies/cms/policies'
import { protectApprovedFiles } from '@/features/policies/cms/protect-approved-files'
import { SearchSynonyms } from '@/features/search/cms/search-synonyms'
import { UnansweredSearches } from '@/features/search/cms/unanswered-searches'
import { Services } from '@/features/services/cms/services'
import { associationWith } from '@/features/site/cms/association'
import { Media } from '@/features/site/cms/media'
import { Navigation } from '@/features/site/cms/navigation'
import { Pages } from '@/features/site/cms/pages'
import { Departments } from '@/features/staff/cms/departments'
import { SignInSettings } from '@/features/staff/cms/sign-in-settings'
import { StaffCredentials } from '@/features/staff/cms/staff-credentials'
import { StaffMails } from '@/features/staff/cms/staff-mails'
import { StaffSessions } from '@/features/staff/cms/staff-sessions'
import { Users } from '@/features/staff/cms/users'
import { withSignIn } from '@/features/staff/server/staff-sign-in'
import { SurveyDisclosures } from '@/features/surveys/cms/survey-disclosures'
import { SurveyInvitations } from '@/features/surveys/cms/survey-invitations'
import { SurveyResponses } from '@/features/surveys/cms/survey-responses'
import { Surveys } from '@/features/surveys/cms/surveys'
import { surveyEndpoints } from '@/features/surveys/server/endpoints'
import { countErasableResponses } from '@/features/surveys/server/erasable'
import { adminDefaults } from '@/payload/admin-defaults'
import { arabicFirst } from '@/payload/arabic-first'
import { localizeBuiltInLabels } from '@/payload/built-in-labels'
import { compareByWords, comparisonComponents } from '@/payload/compare-by-words'
import { defaultRestLocale } from '@/payload/default-rest-locale'
import { wordedErrors } from '@/payload/field-errors'
import { forbidRelationSort } from '@/payload/forbid-relation-sort'
import { holdRights } from '@/payload/hold-rights'
import { panelWordsInArabic, panelWordsInEnglish, withoutVowelMarks } from '@/payload/panel-words'
import { payloadRecords } from '@/payload/payload-records'
import { noteOwnEndpoints } from '@/payload/rest/addresses'
import { restoreGlobals } from '@/payload/restore-global'
import { SystemRecords } from '@/payload/system-records'
import { typedFields } from '@/payload/typed-fields'
import { validatePagination } from '@/payload/validate-pagination'
import { wholeCommands } from '@/payload/whole-commands'
import { databaseAdapter } from '@/platform/database'
import { answerDatabaseError } from '@/platform/database-errors'
import { env } from '@/platform/env'
import { logger } from '@/platform/logger'
import { emailAdapter } from '@/platform/mail'
import { sharp } from '@/platform/sharp'
import { SecurityEvents } from '@/shared/audit/security-events'
import { Closures } from '@/shared/calendar/cms/closures'
import { WorkingCalendars } from '@/shared/calendar/cms/working-calendars'
import { CaseEvents } from '@/shared/casework/cms/case-events'
import { casesOf } from '@/shared/casework/cms/cases'
import { LinkRequests } from '@/shared/casework/cms/link-requests'
import { savedReplies } from '@/shared/casework/cms/saved-replies'
import { StaffNoticeMails } from '@/shared/casework/cms/staff-notice-mails'
import { StaffNotices } from '@/shared/casework/cms/staff-notices'
import { caseFiles } from '@/shared/casework/file-owner'
import { countErasableCases } from '@/shared/casework/server/erasable'
import { attachments } from '@/shared/files/cms/attachments'

const root = path.dirname(fileURLToPath(import.meta.url))
const settings = env()

export default buildConfig({
  secret: settings.PAYLOAD_SECRET,
  serverURL: settings.siteUrl,
  db: await databaseAdapter(settings),
  email: emailAdapter(settings, 'جمعية الأم المبدعة'),
  editor: lexicalEditor({}),
  sharp,
  logger,
  // What an anonymous client can cause at will is no error of ours, and gets one line instead of a stack.
  loggingLevels: { AuthenticationError: 'info', LockedAuth: 'info', QueryError: 'info' },
  hooks: { afterError: [answerDatabaseError] },
  collections: [
    withSignIn(Users),
    Departments,
    Pages,
    // The file of an approved edition is part of it; neither feature knows the other.
    {
      ...Media,
      hooks: {
        ...Media.hooks,
        beforeOperation: [protectApprovedFiles, ...(Media.hooks?.beforeOperation ?? [])],
      },
    },
    Policies,
    Editions,
    Services,
    SearchSynonyms,
    UnansweredSearches,
    WorkingCalendars,
    Closures,
    casesOf([inquiryCases]),
    CaseEvents,
    savedReplies([inquiryCases]),
    attachments([caseFiles]),
    Surveys,
    SurveyResponses,
    SurveyInvitations,
    SurveyDisclosures,
    StaffCredentials,
    StaffSessions,
    StaffMails,
    SecurityEvents,
    SystemRecords,
    // Last: names of indexes on the embedded database count in this order.
    LinkRequests,
    // After the others: the names of some indexes count the collections before.
    StaffNotices,
    StaffNoticeMails,
    AppointmentTimes,
    Appointments,
  ],
  globals: [
    associationWith([
      { name: { ar: 'الاستفسارات', en: 'inquiries' }, count: countErasableCases },
      { name: { ar: 'التقييمات', en: 'evaluations' }, count: countErasableResponses },
      { name: { ar: 'المواعيد', en: 'appointments' }, count: countErasableAppointments },
    ]),
    Navigation,
    SignInSettings,
  ],
  plugins: [
    defaultRestLocale,
    validatePagination,
    forbidRelationSort,
    holdRights,
    restoreGlobals,
    wordedErrors,
    adminDefaults,
    noteOwnEndpoints,
    wholeCommands,
    // Last here is first to see what was sent.
    typedFields,
  ],
  endpoints: surveyEndpoints,
  localization: {
    locales: [
      { code: 'ar', label: { ar: 'العربية', en: 'Arabic' }, rtl: true },
      { code: 'en', label: { ar: 'الإنجليزية', en: 'English' } },
    ],
    defaultLocale: 'ar',
    fallback: false,
  },
  i18n: {
    supportedLanguages: { ar: withoutVowelMarks(ar), en },
    fallbackLanguage: 'ar',
    translations: {
      ar: { ...panelWordsInArabic, surveys: { results: 'النتائج' } },
      en: { ...panelWordsInEnglish, surveys: { results: 'Results' } },
    },
  },
  admin: {
    user: Users.slug,
    dependencies: comparisonComponents,
    // Otherwise the panel asks Gravatar for a picture of each person's address.
    avatar: 'default',
    dateFormat: 'd MMMM yyyy HH:mm',
    timezones: { supportedTimezones: [{ label: 'Asia/Riyadh', value: 'Asia/Riyadh' }], defaultTimezone: 'Asia/Riyadh' },
    meta: {
      titleSuffix: ' - جمعية الأم المبدعة',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }],
      robots: 'noindex, nofollow',
      // Otherwise links to the panel are shown as the maker's.
      defaultOGImageType: 'off',
      openGraph: { title: 'لوحة التحكم', description: 'لوحة تحكم الجمعية', siteName: 'جمعية الأم المبدعة' },
    },
    components: {
      graphics: {
        Logo: '/src/features/staff/panel/brand#PanelLogo',
        Icon: '/src/features/staff/panel/brand#PanelIcon',
      },
      providers: [
        '/src/panel/panel-provider#PanelProvider',
        '/src/features/staff/panel/content-language#ContentLanguage',
        '/src/panel/accessible-names#AccessibleNames',
        '/src/panel/typed-email#TypedEmail',
        '/src/panel/forget-unsaved#ForgetUnsaved',
      ],
      beforeNavLinks: [
        '/src/panel/open-menu#OpenMenu',
        '/src/shared/casework/panel/inbox-link#InboxLink',
        '/src/features/appointments/panel/day-link#DayLink',
      ],
      header: ['/src/features/staff/panel/second-factor-notice#SecondFactorNotice'],
      afterNavLinks: [
        '/src/features/staff/panel/security-link#SecurityLink',
        '/src/features/staff/panel/guide-link#GuideLink',
      ],
      actions: ['/src/features/staff/panel/guide-link#GuideAction'],
      views: {
        dashboard: { Component: '/src/app/(payload)/panel/dashboard#Dashboard' },
        login: { Component: '/src/features/staff/panel/sign-in-view#SignInView' },
        forgot: { Component: '/src/features/staff/panel/forgot-view#ForgotView' },
        password: {
          Component: '/src/features/staff/panel/password-view#PasswordView',
          // Not exact: what follows is the link's token, and Payload lets only such paths be seen signed out.
          path: '/password',
          meta: { title: 'اختيار كلمة المرور' },
        },
        security: {
          Component: '/src/features/staff/panel/security-view#SecurityView',
          path: '/security',
          exact: true,
          meta: { title: 'الدخول والأمان' },
        },
        guide: {
          Component: '/src/features/staff/panel/guide-view#GuideView',
          path: '/guide',
          exact: true,
          meta: { title: 'دليل الاستخدام' },
        },
        inbox: {
          Component: '/src/shared/casework/panel/inbox-view#InboxView',
          path: '/inbox',
          exact: true,
          meta: { title: 'الاستفسارات' },
        },
        appointments: {
          Component: '/src/features/appointments/panel/day-view#DayView',
          path: '/appointments',
          exact: true,
          meta: { title: 'المواعيد' },
        },
        // Before the case page, whose path would take it for a case.
        newInquiry: {
          Component: '/src/features/inquiries/panel/record-view#RecordView',
          path: '/inbox/new',
          exact: true,
          meta: { title: 'تسجيل استفسار' },
        },
        inquiry: {
          Component: '/src/shared/casework/panel/case-view#CaseView',
          path: '/inbox/:id',
          exact: true,
          meta: { title: 'استفسار' },
        },
      },
    },
    importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
  },
  graphQL: { disable: true },
  telemetry: false,
  cors: [],
  csrf: [settings.siteUrl],
  upload: { limits: { fileSize: 15_000_000, files: 1 }, abortOnLimit: true },
  bodyParser: { limits: { fileSize: 15_000_000 } },
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
}).then((config) => {
  // What also concerns the fields and collections that Payload adds itself. Not in `onInit`, which runs for one of
  // the copies that Next's bundles make of this file.
  for (const finish of [payloadRecords, localizeBuiltInLabels, compareByWords, arabicFirst]) finish(config)
  return config
})
