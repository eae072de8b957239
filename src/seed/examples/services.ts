import type { ServiceSeed } from '@/seed/service-texts'

/** Services as an association might offer them, with every part of a service's card. */
export const exampleServices: readonly ServiceSeed[] = [
  {
    slug: 'example-first-year',
    order: 110,
    title: { ar: 'مثال: لقاءات السنة الأولى', en: 'Example: first-year meetings' },
    need: { ar: 'رُزقت بمولود وأبحث عمن يشاركني', en: 'I have a baby and would like company' },
    summary: {
      ar: 'لقاء أسبوعي لمن رُزق بمولود، مع مختصة تجيب عن الأسئلة.',
      en: 'A weekly meeting for new parents, with a specialist who answers questions.',
    },
    audiences: ['beneficiaries'],
    eligibility: [{ ar: 'من لديه طفل دون السنة.', en: 'Parents of a child under one.' }],
    documents: [{ ar: 'صورة شهادة الميلاد.', en: 'A copy of the birth certificate.' }],
    fee: { ar: 'بلا رسوم', en: 'No fee' },
    promisedWorkingDays: 3,
    steps: [
      {
        title: { ar: 'طلب الحضور', en: 'Ask to attend' },
        detail: { ar: 'من نموذج التواصل.', en: 'Through the contact form.' },
      },
      {
        title: { ar: 'تأكيد المكان', en: 'A place is confirmed' },
        detail: { ar: 'خلال ثلاثة أيام عمل.', en: 'Within three working days.' },
      },
    ],
    channels: ['website', 'telephone'],
    clauses: [],
    action: { kind: 'ask', label: { ar: 'طلب الحضور', en: 'Ask to attend' } },
  },
  {
    slug: 'example-home-projects',
    order: 120,
    title: { ar: 'مثال: المشاريع المنزلية', en: 'Example: home projects' },
    need: { ar: 'أريد أن أعمل من المنزل', en: 'I want to work from home' },
    summary: {
      ar: 'تدريب في ستة أسابيع على مشروع يُدار من المنزل، ومتابعة بعده.',
      en: 'Six weeks of training for a project run from home, and support afterwards.',
    },
    audiences: ['beneficiaries'],
    eligibility: [
      { ar: 'من سجّل مستفيدًا أو مستفيدة في الجمعية.', en: 'Registered beneficiaries of the association.' },
      { ar: 'من لديه فكرة مشروع.', en: 'Those who have an idea for a project.' },
    ],
    documents: [{ ar: 'صورة الهوية.', en: 'A copy of your identity card.' }],
    fee: { ar: 'خمسون ريالًا للمواد', en: 'Fifty riyals for materials' },
    promisedWorkingDays: 10,
    steps: [
      {
        title: { ar: 'جلسة تعريف', en: 'An introduction' },
        detail: { ar: 'تساعد على اختيار المشروع.', en: 'It helps you choose a project.' },
      },
      {
        title: { ar: 'التدريب', en: 'The training' },
        detail: { ar: 'لقاءان في الأسبوع.', en: 'Two meetings a week.' },
      },
      {
        title: { ar: 'المتابعة', en: 'Support' },
        detail: { ar: 'مكالمة كل شهر لستة أشهر.', en: 'A call every month for six months.' },
      },
    ],
    channels: ['website', 'interview'],
    clauses: [],
    action: { kind: 'ask', label: { ar: 'طلب الانضمام', en: 'Ask to join' } },
  },
]
