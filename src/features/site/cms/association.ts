import type { Field, GlobalConfig, TextFieldSingleValidation } from 'payload'
import { escalationFields } from '@/features/site/cms/escalation-fields'
import { countErased, type Erasable, holdRetention, retentionFields } from '@/features/site/cms/retention'
import { waitingFields } from '@/features/site/cms/waiting-fields'
import { updatedBy } from '@/payload/content-fields'
import { globalAccess } from '@/payload/rights-access'
import { rowLabel } from '@/payload/row-label'
import { viewOnSite } from '@/payload/site-address'
import { westernDigits } from '@/platform/arabic'
import { type LocalizedText, localize } from '@/platform/localize'
import { bumpRevisionAfterGlobalChange } from '@/platform/revision'
import { readTelephone, type TelephoneError } from '@/platform/telephone'
import { type Channel, channelLabels, channels, fieldOfChannel } from '@/shared/vocabulary/channels'
import { type InquiryKind, inquiryKindLabels, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'

const webAddress: TextFieldSingleValidation = (value, { req, required }) => {
  if (!value) return required ? localize(req, { ar: 'لا بد من عنوان.', en: 'An address is needed.' }) : true
  return URL.canParse(value) && value.startsWith('https://')
    ? true
    : localize(req, {
        ar: 'يُكتب العنوان كاملًا ويبدأ بـ https://',
        en: 'Write the whole address, starting with https://',
      })
}

const telephoneErrors: Record<TelephoneError, LocalizedText> = {
  tooShort: {
    ar: 'الرقم ناقص: الثابت 10 أرقام أولها 01، والجوال 10 أولها 05، والموحد 9 أولها 9200، والمجاني 10 أولها 800.',
    en: 'The number is too short: a landline has 10 digits with 01 in front, a mobile 10 with 05, a 9200 number 9, an 800 number 10.',
  },
  tooLong: { ar: 'في الرقم أرقام زائدة.', en: 'The number has too many digits.' },
  letters: {
    ar: 'يُكتب رقم واحد بالأرقام وحدها، مثل ‎+966 11 000 0000',
    en: 'One number in digits only, such as +966 11 000 0000',
  },
  several: {
    ar: 'في هذا الحقل رقمان؛ يُكتب هنا واحد، ويُكتب الآخر في قنوات التواصل.',
    en: 'There are two numbers here: write one, and the other among the channels.',
  },
  countryMissing: {
    ar: 'ليس هذا رقمًا سعوديًا؛ ورقم أي دولة أخرى يُكتب بمفتاحها، مثل ‎+971',
    en: 'This is no Saudi number; a number of any other country needs its code, such as +971',
  },
}

const phoneNumber: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true
  const read = readTelephone(value)
  return read.status === 'ok' || localize(req, telephoneErrors[read.error])
}

const channelField = (channel: Channel): Field => ({
  name: fieldOfChannel(channel),
  type: 'group',
  label: channelLabels[channel],
  fields: [
    {
      name: 'details',
      type: 'textarea',
      localized: true,
      maxLength: 600,
      label: { ar: 'كيف يُستخدم', en: 'How to use it' },
      admin: {
        description: {
          ar: 'رقم أو مكان أو عنوان، بجملة قصيرة. ما يُترك فارغًا لا يظهر في الموقع.',
          en: 'A number, place or address in a short sentence. Left empty, it isn’t shown.',
        },
      },
    },
    {
      name: 'hours',
      type: 'text',
      localized: true,
      maxLength: 200,
      label: { ar: 'الأوقات', en: 'Hours' },
      admin: {
        description: { ar: 'الأيام والساعات كما تُقال للناس.', en: 'Days and hours as people are told them.' },
      },
    },
  ],
})

const targetField = (kind: InquiryKind): Field => ({
  name: kind,
  type: 'number',
  min: 1,
  max: 90,
  label: inquiryKindLabels[kind],
  validate: (value: unknown, { req }: { req: Parameters<typeof localize>[0] }) =>
    value === null || value === undefined || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 90)
      ? true
      : localize(req, { ar: 'عدد صحيح من 1 إلى 90.', en: 'A whole number from 1 to 90.' }),
  admin: {
    step: 1,
    description: {
      ar: 'أيام عمل حتى أول رد. فارغ يعني أن الجمعية لم تحدد موعدًا.',
      en: 'Working days until the first answer. Empty means that the association has set none.',
    },
  },
})

/**
 * The association's own data. Facts that the policy doesn't give start empty, and empty ones are not shown.
 * @param erasables what the retention period erases, counted by other features
 */
export const associationWith = (erasables: readonly Erasable[]): GlobalConfig => ({
  slug: 'association',
  label: { ar: 'بيانات الجمعية', en: 'The association' },
  access: globalAccess('association'),
  admin: {
    group: { ar: 'الموقع', en: 'Site' },
    components: { elements: { beforeDocumentControls: [viewOnSite('/about')] } },
    description: {
      ar: 'ما يعرفه الزائر عن الجمعية. الفارغ لا يظهر للزوار.',
      en: 'What visitors learn about the association. What is empty isn’t shown to them.',
    },
  },
  versions: { max: 0 },
  endpoints: [countErased(erasables)],
  hooks: { beforeValidate: [holdRetention], afterChange: [bumpRevisionAfterGlobalChange] },
  fields: [
    {
      name: 'missing',
      type: 'ui',
      label: { ar: 'ما بقي إدخاله', en: 'Still to be filled in' },
      admin: {
        disableListColumn: true,
        components: { Field: '/src/features/site/panel/missing-facts#MissingFacts' },
      },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: { ar: 'التعريف', en: 'Who we are' },
          description: { ar: 'الاسم والتعريف ووسائل الوصول.', en: 'Name, description and how to reach us.' },
          fields: [
            {
              name: 'name',
              type: 'text',
              localized: true,
              maxLength: 120,
              label: { ar: 'اسم الجمعية', en: 'Name' },
              admin: { description: { ar: 'الاسم الرسمي كاملًا.', en: 'The full official name.' } },
            },
            {
              name: 'shortName',
              type: 'text',
              localized: true,
              maxLength: 60,
              label: { ar: 'الاسم المختصر', en: 'Short name' },
              admin: {
                description: {
                  ar: 'جزء من الاسم يُبرز في رأس الصفحة.',
                  en: 'The part of the name that stands out in the masthead.',
                },
              },
            },
            {
              name: 'description',
              type: 'textarea',
              localized: true,
              maxLength: 400,
              label: { ar: 'التعريف', en: 'Description' },
              admin: {
                description: {
                  ar: 'جملة أو جملتان تظهران في الصفحة الرئيسية.',
                  en: 'One or two sentences on the home page.',
                },
              },
            },
            {
              name: 'registrationNumber',
              type: 'text',
              maxLength: 40,
              label: { ar: 'رقم التسجيل', en: 'Registration number' },
              admin: {
                description: {
                  ar: 'رقم تسجيل الجمعية لدى الجهة المختصة.',
                  en: 'The association’s number with its registrar.',
                },
              },
            },
            {
              name: 'phone',
              type: 'text',
              maxLength: 60,
              validate: phoneNumber,
              hooks: {
                beforeValidate: [({ value }) => (typeof value === 'string' ? westernDigits(value) : value)],
              },
              label: { ar: 'الهاتف', en: 'Telephone' },
              admin: {
                description: { ar: 'يظهر في أسفل كل صفحة.', en: 'Shown at the foot of every page.' },
              },
            },
            {
              name: 'email',
              type: 'email',
              label: { ar: 'البريد الإلكتروني', en: 'E-mail' },
              admin: {
                description: { ar: 'بريد عام تقرؤه الجمعية.', en: 'A general address that is read.' },
              },
            },
            {
              name: 'address',
              type: 'textarea',
              localized: true,
              maxLength: 300,
              label: { ar: 'العنوان', en: 'Address' },
              admin: {
                description: { ar: 'العنوان الوطني أو وصف المكان.', en: 'The national address, or where to find us.' },
              },
            },
          ],
        },
        {
          name: 'channels',
          label: { ar: 'قنوات التواصل', en: 'Channels' },
          description: {
            ar: 'القنوات الخمس التي تذكرها السياسة، بترتيبها فيها.',
            en: 'The five channels the policy names, in its order.',
          },
          fields: channels.map(channelField),
        },
        {
          label: { ar: 'حسابات التواصل', en: 'Social accounts' },
          description: { ar: 'تظهر في أسفل الموقع.', en: 'Shown at the foot of the site.' },
          fields: [
            {
              name: 'socialAccounts',
              type: 'array',
              maxRows: 10,
              label: { ar: 'حسابات الجمعية', en: 'Accounts of the association' },
              labels: { singular: { ar: 'حساب', en: 'Account' }, plural: { ar: 'حسابات', en: 'Accounts' } },
              admin: {
                description: { ar: 'الحسابات الرسمية فقط.', en: 'Official accounts only.' },
                components: { RowLabel: rowLabel({ shows: ['label'], empty: { ar: 'حساب', en: 'Account' } }) },
              },
              fields: [
                {
                  name: 'label',
                  type: 'text',
                  required: true,
                  maxLength: 60,
                  label: { ar: 'الاسم الظاهر', en: 'Shown as' },
                  admin: {
                    description: { ar: 'مثل اسم المنصة أو اسم الحساب.', en: 'The platform’s or the account’s name.' },
                  },
                },
                {
                  name: 'url',
                  type: 'text',
                  required: true,
                  maxLength: 300,
                  validate: webAddress,
                  label: { ar: 'الرابط', en: 'Address' },
                  admin: { description: { ar: 'رابط الحساب كاملًا.', en: 'The whole address of the account.' } },
                },
              ],
            },
          ],
        },
        {
          name: 'responseTargets',
          label: { ar: 'مواعيد الرد', en: 'Response targets' },
          description: {
            ar: 'ما تلتزم به الجمعية من عندها. لا تذكر السياسة مدة، فلا تُنسب إليها.',
            en: 'What the association commits itself to. The policy sets no time, so none is attributed to it.',
          },
          fields: inquiryKinds.map(targetField),
        },
        {
          name: 'escalation',
          label: { ar: 'التصعيد', en: 'Escalation' },
          description: {
            ar: 'إلى من يُرفع ما لم يُجب عنه في موعده. قبل الموعد يُنبَّه من يتولاه، وعند فواته رئاسة القسم. تغيّره إدارة النظام.',
            en: 'Who is told of what was not answered in time. The assignee is told before it is due, the lead of the department once it has passed. Administrators change this.',
          },
          fields: escalationFields,
        },
        {
          name: 'waiting',
          label: { ar: 'انتظار الرد', en: 'Waiting for a reply' },
          description: {
            ar: 'كم ننتظر من سألناه. تسري على ما يُسأل بعد الحفظ.',
            en: 'How long we wait for a person whom we asked. It holds for questions asked after it is saved.',
          },
          fields: waitingFields,
        },
        {
          label: { ar: 'مدة الحفظ', en: 'Retention' },
          description: {
            ar: 'كم تُحفظ الرسائل بعد انتهائها، ونصوص التقييمات. تحددها الجمعية، وتُذكر في صفحة الخصوصية.',
            en: 'How long messages are kept once they are over, and the words of evaluations. The association decides, and the privacy page says it.',
          },
          fields: retentionFields(erasables),
        },
      ],
    },
    updatedBy,
  ],
})
