import type { SectionKind } from '@/features/policies/schema'

/**
 * The association's policy. The Arabic is the scanner's text word for word with the errata below
 * corrected (a test compares the two); the English is our courtesy translation.
 */

export interface SeedClause {
  ar: string
  en: string
  /** As the document prints it. */
  number?: string
  doubts?: { word: string; suggestion: string }[]
}

export interface SeedSection {
  kind: SectionKind
  /** Absent where the document prints none. */
  heading?: { ar: string; en: string }
  clauses: SeedClause[]
}

export const policySeed = {
  slug: 'beneficiary-relations',
  title: {
    ar: 'سياسة تنظيم العلاقة مع المستفيدين وتقديم الخدمات لهم',
    en: 'Policy Regulating the Relationship with Beneficiaries and Providing Services to Them',
  },
  category: 'beneficiary-relations',
  audiences: ['beneficiaries', 'supporters', 'volunteers', 'staff', 'members'],
  brief: [
    {
      anchor: 'dealing-1',
      ar: 'نستقبلكم بلباقة واحترام، ونجيب عن كل ما تسألون عنه، ونعطيكم الوقت الكافي.',
      en: 'We receive you politely and with respect, answer everything you ask, and give you enough time.',
    },
    {
      anchor: 'dealing-3',
      ar: 'إن لم تتضح لكم الإجراءات، أحلناكم إلى المسؤول ليوضّحها.',
      en: 'If a procedure is not clear to you, we refer you to the person responsible, who explains it.',
    },
    {
      anchor: 'practice-2',
      ar: 'تقييم خدمتنا حق من حقوقكم.',
      en: 'Evaluating our service is one of your rights.',
    },
    {
      anchor: 'dealing-4',
      ar: 'وصحة البيانات التي تقدمونها من مسؤوليتكم.',
      en: 'You are responsible for the accuracy of the information you give.',
    },
  ],
} as const

export const editionSeed = {
  number: 1,
  /** The document gives both dates and the weekday; they agree. */
  decision: { hijri: '13/7/1442', gregorian: '25/2/2021', weekday: 'thursday' },
  coverYear: { hijri: 1442, gregorian: 2021 },
  translationNote: {
    ar: 'الترجمة الإنجليزية للتيسير، والنص العربي هو المعتمد.',
    en: 'It is made for convenience. The Arabic text is the one that the board approved, and it prevails.',
  },
  errata: [
    { anchor: 'preamble-2', scanned: 'وعميمها', published: 'وتعميمها' },
    { anchor: 'objective-3', scanned: 'يتاسب', published: 'يتناسب' },
    { anchor: 'objective-3', scanned: 'ت Saulات', published: 'تساؤلات' },
    { anchor: 'channel', scanned: 'القوات المستخدمة', published: 'القنوات المستخدمة' },
    { anchor: 'channel-4', scanned: 'والراسلات', published: 'والمراسلات' },
    { anchor: 'dealing-4', scanned: 'أنه مسؤول مسؤولة مباشرة', published: 'أنه مسؤول مسؤولية مباشرة' },
    { anchor: 'dealing-5', scanned: 'الازمة', published: 'اللازمة' },
    { anchor: 'approval-1', scanned: 'المعندين', published: 'المعنيين' },
  ],
} as const

export const sectionsSeed: readonly SeedSection[] = [
  {
    kind: 'preamble',
    clauses: [
      {
        ar: 'تضع الجمعية السياسات والإجراءات التي تنظم علاقتها بجميع الأطراف من مستفيدين وداعمين ومتطوعين وخلافه، بما يكفل حقوق الجمعية وكافة هذه الأطراف، وتشكل أنظمة العمل والعقود المصدر الأساسي في تحديد حقوق وواجبات المتعاقدين وطريقة أدائها وتبعات تقصيرها في الأداء وحدود المسؤولية وطريقة تسوية الخلافات التي قد تنشأ من جراء تنفيذه هذه العقود والخدمات بشكل يكفل حماية الأطراف ذات العلاقة مع الجمعية.',
        en: 'The association sets the policies and procedures that regulate its relations with all parties, beneficiaries, supporters, volunteers and others, in a way that safeguards the rights of the association and of all these parties. The regulations that govern work, and the contracts, are the primary source for determining the rights and duties of the contracting parties, how those duties are performed, the consequences of falling short in performing them, the limits of liability, and how disputes that may arise from carrying out these contracts and services are settled, in a way that protects the parties that have a relationship with the association.',
        doubts: [
          { word: 'تقصيرها', suggestion: 'تقصيرهم' },
          { word: 'تنفيذه', suggestion: 'تنفيذ' },
        ],
      },
      {
        ar: 'وتتركز الجمعية على صيغة العلاقات مع المستفيدين، وتضع لها أولوية من خلال وضع آلية لتنظيم هذه العلاقة، مع مراجعتها باستمرار والتعديل عليها وتعميمها بما يكفل حق المستفيد.',
        en: 'The association focuses on the form that its relations with beneficiaries take, and gives them priority by putting in place a mechanism that regulates this relationship, which is continuously reviewed, amended and circulated in a way that safeguards the beneficiary’s rights.',
        doubts: [{ word: 'وتتركز', suggestion: 'وتركز' }],
      },
    ],
  },
  {
    kind: 'goal',
    heading: { ar: 'الهدف العام:', en: 'General goal' },
    clauses: [
      {
        ar: 'تقديم خدمة متميزة للمستفيدين بإتقان وسرعة وجودة عالية، والعمل على مواصلة التطوير والتحسين التي تتم بالتعاون مع كافة الجهات للوصول إلى تحقيق الأهداف.',
        en: 'To provide beneficiaries with a distinguished service, with mastery, speed and high quality, and to pursue continuous development and improvement in cooperation with all the bodies concerned, so that the objectives are achieved.',
      },
    ],
  },
  {
    kind: 'objective',
    heading: { ar: 'الأهداف التفصيلية:', en: 'Detailed objectives' },
    clauses: [
      {
        ar: 'تقدير حاجة المستفيد من خلال حصوله على كافة الخدمات المطلوبة دون عناء ومشقة.',
        en: 'To recognise the beneficiary’s need, by seeing that he or she obtains every service required without hardship or difficulty.',
      },
      {
        ar: 'تقديم الخدمات المتكاملة بأحدث الأساليب في خدمة المستفيد.',
        en: 'To provide integrated services by the most up-to-date methods of serving the beneficiary.',
      },
      {
        ar: 'تقديم المعلومات بشكل ملائم بما يتناسب مع تساؤلات المستفيدين من خلال عدة قنوات.',
        en: 'To provide information in a fitting form, suited to beneficiaries’ questions, through several channels.',
      },
      {
        ar: 'التركيز على عملية قياس رضا المستفيد كوسيلة لرفع جودة الخدمة المقدمة والتحسين المستمر.',
        en: 'To concentrate on measuring the beneficiary’s satisfaction, as a means of raising the quality of the service provided and of continuous improvement.',
      },
      {
        ar: 'زيادة ثقة وانتماء المستفيدين بالجمعية من خلال تبني أفضل المعايير.',
        en: 'To increase beneficiaries’ trust in the association and their sense of belonging to it, by adopting the best standards.',
      },
    ],
  },
  {
    kind: 'practice',
    heading: { ar: 'الممارسات:', en: 'Practices' },
    clauses: [
      {
        number: '1',
        ar: 'تكوين انطباعات وقناعات إيجابية جديدة نحو الجمعية وما تقدم من خدمات.',
        en: 'Forming new, positive impressions and convictions about the association and the services that it provides.',
      },
      {
        number: '2',
        ar: 'نشر ثقافة تقييم الخدمة لدى المستفيد والتشجيع على ذلك والتأكد على أن تقييم الجودة حق من حقوق المستفيد حيث أنها أداة للتقويم والتطوير.',
        en: 'Spreading among beneficiaries a culture of evaluating the service, encouraging it, and affirming that evaluating quality is one of the beneficiary’s rights, since it is a tool for correction and development.',
        doubts: [{ word: 'والتأكد', suggestion: 'والتأكيد' }],
      },
      {
        number: '3',
        ar: 'نشر ثقافة جودة الخدمة بين جميع الأقسام التي تقدم خدماتها للمستفيدين.',
        en: 'Spreading a culture of service quality among all departments that provide services to beneficiaries.',
      },
      {
        number: '4',
        ar: 'ابتكار مفاهيم وتقنيات إدارية للارتقاء بمستوى ونوعية الخدمات المقدمة في الجمعية، ومحاولة القضاء على معوقات تقديم خدمات ذات جودة عالية وذلك من خلال التطوير والتحسين المستمر من خلال تلمس آراء المستفيدين عبر تقييم الخدمة.',
        en: 'Creating administrative concepts and techniques that raise the level and quality of the services provided at the association, and seeking to eliminate the obstacles to providing services of high quality. This is done through continuous development and improvement, by seeking beneficiaries’ views through the evaluation of the service.',
      },
    ],
  },
  {
    kind: 'channel',
    heading: {
      ar: 'القنوات المستخدمة للتواصل مع المستفيدين:',
      en: 'Channels used to communicate with beneficiaries',
    },
    clauses: [
      { number: '1', ar: 'المقابلة', en: 'Meeting in person' },
      { number: '2', ar: 'الاتصالات الهاتفية', en: 'Telephone calls' },
      { number: '3', ar: 'وسائل التواصل الاجتماعي', en: 'Social media' },
      { number: '4', ar: 'الخطابات والمراسلات الرسمية', en: 'Official letters and correspondence' },
      { number: '5', ar: 'الموقع الالكتروني للجمعية', en: 'The association’s website' },
    ],
  },
  {
    kind: 'dealing',
    heading: { ar: 'سياسات التعامل مع المستفيد:', en: 'Policies for dealing with the beneficiary' },
    clauses: [
      {
        number: '1',
        ar: 'استقبال المستفيد بلباقة واحترام والاجابة على جميع الاستفسارات واعطاءه الوقت الكافي.',
        en: 'Receiving the beneficiary with courtesy and respect, answering all inquiries, and giving him or her enough time.',
      },
      {
        number: '2',
        ar: 'التأكد من تقديم المستفيد كافة المعلومات المطلوبة، ويتم مطابقة البيانات والتأكد من صلاحيتها وقت التقديم.',
        en: 'Making sure that the beneficiary provides all the information required; the data is matched and its validity checked at the time of submission.',
      },
      {
        number: '3',
        ar: 'في حالة عدم وضوح الإجراءات للمستفيد فعلى الموظف إحالته للمسؤول للإجابة على تساؤلاته وإيضاح الجوانب التنظيمية.',
        en: 'Where the procedures are not clear to the beneficiary, the member of staff must refer him or her to the person responsible, to answer his or her questions and explain the regulatory aspects.',
      },
      {
        number: '4',
        ar: 'التأكد من صحة البيانات المقدمة من المستفيد والتوقيع عليها وقت الحاجة وأنه مسؤول مسؤولية مباشرة عن صحة المعلومات.',
        en: 'Making sure that the data provided by the beneficiary is correct, that it is signed when needed, and that the beneficiary is directly responsible for the correctness of the information.',
      },
      {
        number: '5',
        ar: 'استكمال إجراءات التسجيل مع اكتمال الطلبات، مع تقديم الخدمة اللازمة.',
        en: 'Completing the registration procedures once the requests are complete, and providing the service needed.',
      },
    ],
  },
  {
    kind: 'approval',
    heading: { ar: 'الاعتماد والتعديل والتنفيذ:', en: 'Approval, amendment and implementation' },
    clauses: [
      {
        ar: 'تعتمد هذه السياسة وأي تعديل لاحق عليها من قبل مجلس إدارة الجمعية ويعتمد العمل بهذه السياسة من تاريخ اعتمادها ويبلغ جميع موظفي وأعضاء الجمعية المعنيين ويسري العمل بأي تعديل لاحق بها ابتداء من تاريخ التعديل.',
        en: 'This policy and any later amendment to it shall be approved by the association’s board of directors. The policy shall take effect from the date of its approval, and all staff and members of the association who are concerned shall be informed. Any later amendment to it shall take effect from the date of the amendment.',
      },
    ],
  },
  {
    kind: 'resolution',
    heading: { ar: 'اعتماد مجلس الإدارة', en: 'Approval by the board of directors' },
    clauses: [
      {
        ar: 'لقد اطلع مجلس إدارة جمعية الأم المبدعة في اجتماعه يوم الخميس بتاريخ 13/7/1442هـ الموافق 25/2/2021م على سياسة تنظيم العلاقة مع المستفيدين وتقديم الخدمات لهم بجمعية الأم المبدعة وقرر اعتمادها والعمل بموجبها ونشرها على الموقع الإلكتروني للجمعية وفق الصيغة المرفقة بالاعتماد.',
        en: 'The board of directors of The Creative Mom Association, at its meeting on Thursday 13/7/1442 AH, corresponding to 25/2/2021 AD, reviewed the policy regulating the relationship with beneficiaries and providing services to them at The Creative Mom Association, and decided to approve it, to act in accordance with it, and to publish it on the association’s website in the form attached to the approval.',
      },
    ],
  },
]
