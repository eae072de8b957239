import type { ActionKind } from '@/features/services/schema'
import type { Audience } from '@/shared/vocabulary/audiences'
import { type Channel, recordedChannels } from '@/shared/vocabulary/channels'

export interface Words {
  ar: string
  en: string
}

/** A service in both languages, as it stands in the catalogue. */
export interface ServiceSeed {
  slug: string
  order: number
  title: Words
  need: Words
  summary: Words
  /** Words people look for it by and that its text doesn't hold. */
  keywords?: Words
  audiences: Audience[]
  eligibility: Words[]
  documents?: Words[]
  fee?: Words
  promisedWorkingDays?: number
  steps: { title: Words; detail: Words }[]
  channels: Channel[]
  clauses: string[]
  action: { kind: ActionKind; label: Words }
}

const everyChannel: Channel[] = ['website', ...recordedChannels]

/**
 * What the association's policy itself offers, and nothing else. The policy gives no fee, duration,
 * document or hours, so none is here: the panel lists them as still to be filled in.
 */
export const servicesSeed: readonly ServiceSeed[] = [
  {
    slug: 'answers-and-guidance',
    order: 10,
    title: { ar: 'الإجابة والإرشاد', en: 'Answers and guidance' },
    need: { ar: 'أريد أن أسأل عن شيء', en: 'I want to ask about something' },
    summary: {
      ar: 'نجيب عن كل استفسار يصلنا. وما يحتاج إلى مسؤول بعينه نحيله إليه ليوضّحه لكم.',
      en: 'We answer every inquiry that reaches us. What needs a particular person is referred to that person, who explains it to you.',
    },
    keywords: {
      ar: 'مساعدة، استشارة، أسئلة شائعة، تحويل إلى المدير، مدة الرد',
      en: 'help, advice, frequently asked questions, speak to a manager, how long an answer takes',
    },
    audiences: ['beneficiaries', 'supporters', 'volunteers', 'public'],
    eligibility: [
      {
        ar: 'كل من لديه سؤال عن الجمعية أو خدماتها.',
        en: 'Anyone with a question about the association or its services.',
      },
    ],
    steps: [
      {
        title: { ar: 'يصلنا السؤال', en: 'Your question reaches us' },
        detail: {
          ar: 'من نموذج التواصل في هذا الموقع، أو من أي قناة أخرى.',
          en: 'Through the contact form of this site, or any other channel.',
        },
      },
      {
        title: { ar: 'يقرؤه موظف', en: 'A member of staff reads it' },
        detail: {
          ar: 'وإن لم تكن الإجراءات واضحة، أحاله إلى المسؤول عنها.',
          en: 'Where procedures are not clear, it is referred to the person responsible for them.',
        },
      },
      {
        title: { ar: 'نجيب عنه', en: 'We answer it' },
        detail: {
          ar: 'لا يُغلق سؤال في هذا الموقع بلا جواب.',
          en: 'No question on this site is closed without an answer.',
        },
      },
    ],
    channels: everyChannel,
    clauses: ['dealing-1', 'dealing-3', 'objective-3'],
    action: { kind: 'ask', label: { ar: 'طرح سؤال', en: 'Ask a question' } },
  },
  {
    slug: 'meet-staff',
    order: 20,
    title: { ar: 'مقابلة موظف', en: 'Meeting a member of staff' },
    need: { ar: 'أريد مقابلة موظف', en: 'I want to meet a member of staff' },
    summary: {
      ar: 'المقابلة أولى قنوات التواصل في سياسة الجمعية. نستقبلكم فيها بلباقة واحترام، ونعطيكم الوقت الكافي.',
      en: 'Meeting in person is the first channel that the association’s policy names. We receive you with courtesy and respect, and give you enough time.',
    },
    keywords: {
      ar: 'حجز موعد، زيارة الجمعية، لقاء، مقابلة المدير، التحدث مع شخص',
      en: 'book an appointment, visit, talk to a person, meet the manager',
    },
    audiences: ['beneficiaries', 'supporters', 'volunteers', 'public'],
    eligibility: [{ ar: 'كل من يفضّل الحديث وجهًا لوجه.', en: 'Anyone who would rather talk face to face.' }],
    steps: [
      {
        title: { ar: 'طلب المقابلة', en: 'Ask for a meeting' },
        detail: {
          ar: 'من نموذج التواصل، مع ذكر الموضوع والوقت المناسب لكم.',
          en: 'Through the contact form, with the subject and the times that suit you.',
        },
      },
      {
        title: { ar: 'نتفق على موعد', en: 'We agree on a time' },
        detail: {
          ar: 'نردّ عليكم بالموعد والمكان، ومن سيستقبلكم.',
          en: 'We reply with the time and place, and who will receive you.',
        },
      },
      {
        title: { ar: 'المقابلة', en: 'The meeting' },
        detail: {
          ar: 'نسمع منكم ونجيب. وما يحتاج إلى غيرنا أحلناكم إليه.',
          en: 'We listen and answer. Where somebody else is needed, we refer you to them.',
        },
      },
    ],
    channels: ['interview'],
    clauses: ['channel-1', 'dealing-1', 'dealing-3'],
    action: { kind: 'ask', label: { ar: 'طلب مقابلة', en: 'Ask for a meeting' } },
  },
  {
    slug: 'registration',
    order: 30,
    title: { ar: 'التسجيل للاستفادة من الخدمات', en: 'Registration as a beneficiary' },
    need: { ar: 'أريد التسجيل مستفيدًا أو مستفيدة', en: 'I want to register as a beneficiary' },
    summary: {
      ar: 'يبدأ التسجيل بالتواصل معنا. نخبركم بما يلزم، ونطابق البيانات، ونكمل التسجيل متى اكتمل الطلب.',
      en: 'Registration begins by contacting us. We tell you what is needed, check your details, and complete the registration once the request is complete.',
    },
    keywords: {
      ar: 'اشتراك، انضمام، رسوم التسجيل، مجاني، شروط التسجيل، المستندات والأوراق المطلوبة',
      en: 'sign up, join, registration fee, cost, free, conditions, documents and papers to bring',
    },
    audiences: ['beneficiaries'],
    eligibility: [
      {
        ar: 'من يرغب في الاستفادة من خدمات الجمعية ولم يسبق له التسجيل.',
        en: 'Those who wish to benefit from the association’s services and have not registered before.',
      },
    ],
    steps: [
      {
        title: { ar: 'التواصل معنا', en: 'Contact us' },
        detail: {
          ar: 'من نموذج التواصل أو بأي قناة من القنوات الخمس. لا يُقدَّم طلب التسجيل نفسه من الموقع.',
          en: 'Through the contact form or any of the five channels. The registration request itself is not submitted through this site.',
        },
      },
      {
        title: { ar: 'تقديم المعلومات المطلوبة', en: 'Give the information required' },
        detail: {
          ar: 'نخبركم بها، ثم نطابق البيانات ونتأكد من صلاحيتها وقت التقديم.',
          en: 'We tell you what it is, then check your details and that they are valid when submitted.',
        },
      },
      {
        title: { ar: 'تأكيد صحة البيانات', en: 'Confirm that the data is right' },
        detail: {
          ar: 'بالتوقيع عليها عند الحاجة. وصحتها من مسؤولية مقدّمها.',
          en: 'By signing it when needed. Whoever submits it is responsible for it being right.',
        },
      },
      {
        title: { ar: 'اكتمال التسجيل', en: 'Registration is completed' },
        detail: {
          ar: 'متى اكتمل الطلب أكملنا إجراءات التسجيل، وقدّمنا الخدمة اللازمة.',
          en: 'Once the request is complete we complete the registration and provide the service needed.',
        },
      },
    ],
    channels: everyChannel,
    clauses: ['dealing-2', 'dealing-4', 'dealing-5'],
    action: { kind: 'ask', label: { ar: 'بدء التسجيل بالتواصل معنا', en: 'Begin by contacting us' } },
  },
  {
    slug: 'complaint-and-second-review',
    order: 40,
    title: { ar: 'الشكوى وإعادة النظر', en: 'Complaint and second review' },
    need: { ar: 'أريد تقديم شكوى أو طلب إعادة النظر', en: 'I want to complain or ask for a second review' },
    summary: {
      ar: 'إن لم تكن الخدمة كما ينبغي، أو لم يكن الجواب كافيًا، نعيد النظر فيه ونجيب.',
      en: 'If a service was not what it should be, or an answer was not enough, we look at it again and answer.',
    },
    keywords: {
      ar: 'تظلم، اعتراض على قرار، استئناف، رفض الطلب، سوء معاملة، خدمة سيئة، عدم الرضا',
      en: 'grievance, appeal a decision, objection, refused, bad service, mistreatment, unhappy',
    },
    audiences: ['beneficiaries', 'supporters', 'volunteers', 'public'],
    eligibility: [
      {
        ar: 'كل من له ملاحظة على خدمة قدمناها أو جواب أعطيناه.',
        en: 'Anyone with a concern about a service that we provided or an answer that we gave.',
      },
    ],
    steps: [
      {
        title: { ar: 'تقديم الشكوى', en: 'Submit the complaint' },
        detail: {
          ar: 'مع ذكر ما حدث، ورقم الطلب السابق إن وُجد.',
          en: 'Say what happened, with the reference of the earlier inquiry if there is one.',
        },
      },
      {
        title: { ar: 'إحالتها إلى المسؤول', en: 'It goes to the person responsible' },
        detail: {
          ar: 'ليوضّح الجوانب التنظيمية وينظر في ما حدث.',
          en: 'Who explains the organisational aspects and looks into what happened.',
        },
      },
      {
        title: { ar: 'الجواب', en: 'The answer' },
        detail: {
          ar: 'نجيب عن كل شكوى. وتبقى إعادة فتحها ممكنة لمن لم يكفه الجواب.',
          en: 'We answer every complaint. Whoever finds the answer not enough can reply and have it looked at again.',
        },
      },
    ],
    channels: everyChannel,
    clauses: ['preamble-1', 'practice-2', 'dealing-1', 'dealing-3'],
    action: { kind: 'complain', label: { ar: 'تقديم شكوى', en: 'Submit a complaint' } },
  },
]
