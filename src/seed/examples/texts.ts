/**
 * What the examples say. Every text that a visitor or the staff could take for real begins with
 * "مثال" or "Example".
 */

interface Words {
  ar: string
  en: string
}

interface Conversation {
  subject: Words
  message: Words
  answer: Words
}

/** At least one for every kind of inquiry that the plan knows. */
export const conversations: Readonly<
  Record<'question' | 'guidance' | 'suggestion' | 'complaint', readonly [Conversation, ...Conversation[]]>
> = {
  question: [
    {
      subject: { ar: 'مثال: موعد الورشة القادمة', en: 'Example: the date of the next workshop' },
      message: {
        ar: 'السلام عليكم، متى تبدأ الورشة القادمة، وهل ما زال التسجيل متاحًا؟',
        en: 'Hello, when does the next workshop start, and can I still register?',
      },
      answer: {
        ar: 'وعليكم السلام ورحمة الله. تبدأ الورشة يوم الأحد القادم الساعة الخامسة عصرًا، والتسجيل متاح حتى الخميس. يسعدنا حضوركم.',
        en: 'Hello. The workshop starts next Sunday at five in the afternoon, and registration is open until Thursday. We would be glad to see you.',
      },
    },
    {
      subject: { ar: 'مثال: رعاية الأطفال في أثناء الدورة', en: 'Example: childcare during the course' },
      message: {
        ar: 'عندي طفلان، عمرهما ثلاث سنوات وخمس. هل هناك مكان لهما وقت الدورة؟',
        en: 'I have two children, three and five. Is there a place for them during the course?',
      },
      answer: {
        ar: 'نعم، في المقر ركن للأطفال من سنتين إلى ست سنوات، وتشرف عليه مربيتان. نرجو إخبارنا بعدد الأطفال قبل الموعد بيوم.',
        en: 'Yes, there is a corner for children from two to six, looked after by two carers. Please tell us a day before how many are coming.',
      },
    },
    {
      subject: { ar: 'مثال: هل اكتمل تسجيلي؟', en: 'Example: is my registration complete?' },
      message: {
        ar: 'أرسلت الأوراق المطلوبة الأسبوع الماضي ولم يصلني شيء. هل اكتمل التسجيل؟',
        en: 'I sent the documents last week and have heard nothing. Is my registration complete?',
      },
      answer: {
        ar: 'نعم، اكتمل التسجيل، ونعتذر عن التأخر في إشعاركم.',
        en: 'Yes, it is complete. We are sorry that you were not told sooner.',
      },
    },
    {
      subject: { ar: 'مثال: المقر في شهر رمضان', en: 'Example: visiting in Ramadan' },
      message: { ar: 'ما أوقات العمل في رمضان؟', en: 'What are the hours in Ramadan?' },
      answer: {
        ar: 'نستقبلكم في رمضان من العاشرة صباحًا إلى الثالثة عصرًا، من الأحد إلى الخميس.',
        en: 'In Ramadan we are open from ten in the morning to three in the afternoon, Sunday to Thursday.',
      },
    },
  ],
  guidance: [
    {
      subject: { ar: 'مثال: أي برنامج يناسبني؟', en: 'Example: which programme suits me?' },
      message: {
        ar: 'أود العمل من المنزل في الخياطة ولا أعرف من أين أبدأ. بماذا تنصحون؟',
        en: 'I would like to sew for a living from home and do not know where to start. What would you advise?',
      },
      answer: {
        ar: 'نقترح البدء ببرنامج المشاريع المنزلية، ففيه جلسة تعريف تساعد على الاختيار. حجزنا لكم مكانًا في جلسة الثلاثاء إن ناسبكم.',
        en: 'We suggest starting with the home projects programme, which begins with an introduction that helps you choose. We have kept a place for you on Tuesday if that suits you.',
      },
    },
    {
      subject: { ar: 'مثال: تنظيم الوقت بعد الولادة', en: 'Example: finding time after a birth' },
      message: {
        ar: 'رزقت بمولود قبل شهرين وأبحث عن لقاءات للأمهات الجدد قريبة من حي النزهة.',
        en: 'I had a baby two months ago and am looking for meetings of new mothers near Al Nuzhah.',
      },
      answer: {
        ar: 'مبارك لكم المولود. نعقد لقاءً للأمهات الجدد كل أربعاء، وأقربه إليكم في المقر الشمالي.',
        en: 'Congratulations. New mothers meet every Wednesday; the nearest place to you is the northern branch.',
      },
    },
  ],
  suggestion: [
    {
      subject: { ar: 'مثال: لقاءات مسائية', en: 'Example: meetings in the evening' },
      message: {
        ar: 'أقترح أن تكون بعض اللقاءات بعد المغرب، فكثير منا يعمل نهارًا.',
        en: 'I suggest holding some of the meetings after sunset; many of us work during the day.',
      },
      answer: {
        ar: 'نشكر لكم الاقتراح. سنجرب لقاءً مسائيًا في الشهر القادم، ونعلن عنه في الموقع.',
        en: 'Thank you for the suggestion. We will try an evening next month and announce it on the site.',
      },
    },
  ],
  complaint: [
    {
      subject: { ar: 'مثال: تأخر الرد على الهاتف', en: 'Example: nobody answered the telephone' },
      message: {
        ar: 'اتصلت ثلاث مرات هذا الأسبوع ولم يُجب أحد.',
        en: 'I called three times this week and nobody answered.',
      },
      answer: {
        ar: 'نعتذر عما حدث. كان في الخط عطل وأُصلح، وأضفنا من يرد في وقت الذروة.',
        en: 'We are sorry. The line was out of order and has been repaired, and one more person now answers at busy hours.',
      },
    },
    {
      subject: { ar: 'مثال: الجواب لم يكن كافيًا', en: 'Example: the answer was not enough' },
      message: {
        ar: 'سألت عن المستندات المطلوبة فجاءني رد عام لا يكفي لإكمال الطلب.',
        en: 'I asked which documents are needed and got a general reply that does not help me complete the request.',
      },
      answer: {
        ar: 'الملاحظة في محلها. المطلوب: صورة الهوية، وما يثبت العنوان. ولا يلزم غيرهما.',
        en: 'You are right. What is needed is a copy of your identity card and a proof of address, and nothing else.',
      },
    },
  ],
}

export const remarks = {
  referred: { ar: 'مثال: الموضوع عند قسم البرامج.', en: 'Example: this is for the programmes department.' },
  noted: { ar: 'مثال: اتصلنا بالقسم، والجواب اليوم.', en: 'Example: we called the department, who will answer today.' },
  asked: {
    ar: 'يساعدنا في الجواب أن نعرف المدينة والحي.',
    en: 'To answer, it would help us to know your city and district.',
  },
  added: { ar: 'الرياض، حي النزهة.', en: 'Riyadh, Al Nuzhah.' },
  reopened: {
    ar: 'شكرًا لكم، وبقي سؤال: هل يلزم الحضور؟',
    en: 'Thank you. One more question: do I have to come in person?',
  },
  answeredAgain: { ar: 'لا يلزم الحضور، ويكفي ما وصلنا.', en: 'No, what we have received is enough.' },
} as const satisfies Record<string, Words>

export const comments: readonly [Words, ...Words[]] = [
  { ar: 'مثال: سعة صدر ولطف، شكرًا لكم.', en: 'Example: kind and patient, thank you.' },
  { ar: 'مثال: ليت الرد أسرع.', en: 'Example: a quicker reply would be good.' },
  { ar: 'مثال: كان الشرح واضحًا.', en: 'Example: it was explained clearly.' },
  { ar: 'مثال: لقاءات مسائية من فضلكم.', en: 'Example: evening meetings, please.' },
]

export const senders: readonly [Words, ...Words[]] = [
  { ar: 'هند (مثال)', en: 'Hind (example)' },
  { ar: 'أم عبد الله (مثال)', en: 'Umm Abdullah (example)' },
  { ar: 'سارة (مثال)', en: 'Sarah (example)' },
  { ar: 'نورة (مثال)', en: 'Nourah (example)' },
  { ar: 'خالد (مثال)', en: 'Khalid (example)' },
]

/** They can't sign in: their passwords are random and kept nowhere. */
export const people = [
  { email: 'officer-1@example.org', name: 'ريم (مثال)', roles: ['case-officer'] },
  { email: 'officer-2@example.org', name: 'فهد (مثال)', roles: ['case-officer'] },
] as const

export const department = {
  slug: 'example-programmes',
  name: { ar: 'قسم البرامج (مثال)', en: 'Programmes (example)' },
} as const
