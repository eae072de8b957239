import type { ContentPage } from '@/features/site/domain/pages'
import { h2, p, quote, richText, ul } from './rich-text'

interface Words {
  title: string
  lead: string
  body: ReturnType<typeof richText>
}

/**
 * The first texts of the pages. About: what the association's policy says and nothing else.
 * Privacy: what the system does, sentence by sentence; change both together, raise
 * `privacyNoticeVersion`, and name the seed that brings the text to older databases after it (src/seed/index.ts). Accessibility: what was built and tested, and what is known to be missing.
 */
export const pageTexts: Record<ContentPage, { ar: Words; en: Words }> = {
  about: {
    ar: {
      title: 'عن الجمعية',
      lead: 'جمعية الأم المبدعة جمعية سعودية غير ربحية. ما في هذه الصفحة مأخوذ من سياستها المعتمدة.',
      body: richText(
        h2('هدفنا'),
        p('تقول سياستنا مع المستفيدين في هدفها العام:'),
        quote(
          'تقديم خدمة متميزة للمستفيدين بإتقان وسرعة وجودة عالية، والعمل على مواصلة التطوير والتحسين التي تتم بالتعاون مع كافة الجهات للوصول إلى تحقيق الأهداف.',
        ),
        h2('مع من نعمل'),
        p(
          'مع المستفيدين والداعمين والمتطوعين وغيرهم. وتضع الجمعية للعلاقة مع المستفيدين أولوية، وتراجع آليتها باستمرار.',
        ),
        h2('بماذا نلتزم'),
        ul(
          'الاستقبال بلباقة واحترام، والإجابة عن جميع الاستفسارات، وإعطاء الوقت الكافي. [البند 6.1](/policies/beneficiary-relations#dealing-1)',
          'الإحالة إلى المسؤول عند عدم وضوح الإجراءات، ليجيب عن التساؤلات ويوضح الجوانب التنظيمية. [البند 6.3](/policies/beneficiary-relations#dealing-3)',
          'تقييم الخدمة حق من حقوق المستفيد، ونشجع عليه. [البند 4.2](/policies/beneficiary-relations#practice-2)',
          'قياس الرضا لرفع جودة الخدمة والتحسين المستمر. [البند 3.4](/policies/beneficiary-relations#objective-4)',
        ),
        p('النص الكامل في [صفحة السياسة](/policies/beneficiary-relations).'),
      ),
    },
    en: {
      title: 'About us',
      lead: 'The Creative Mom Association is a Saudi non-profit. What this page says is taken from its approved policy.',
      body: richText(
        h2('Our aim'),
        p('The general goal of our policy on beneficiaries, in a courtesy translation:'),
        quote(
          'To provide beneficiaries with a distinguished service, with mastery, speed and high quality, and to pursue continuous development and improvement in cooperation with all the bodies concerned, so that the objectives are achieved.',
        ),
        h2('Whom we work with'),
        p(
          'Beneficiaries, supporters, volunteers and others. The association gives priority to its relationship with beneficiaries and reviews how it works continually.',
        ),
        h2('What we commit to'),
        ul(
          'Receiving people courteously and with respect, answering every inquiry and giving enough time. [Clause 6.1](/policies/beneficiary-relations#dealing-1)',
          'Referring you to the person responsible when procedures are unclear, so that they answer and explain. [Clause 6.3](/policies/beneficiary-relations#dealing-3)',
          'Evaluating our service is the beneficiary’s right, and we encourage it. [Clause 4.2](/policies/beneficiary-relations#practice-2)',
          'Measuring satisfaction, to raise the quality of service and keep improving. [Clause 3.4](/policies/beneficiary-relations#objective-4)',
        ),
        p('The whole text is on the [page of the policy](/policies/beneficiary-relations).'),
      ),
    },
  },
  privacy: {
    ar: {
      title: 'الخصوصية',
      lead: 'تصفح هذا الموقع لا يترك لدينا أثرًا يدل على من تصفّحه. ولا نجمع بيانات شخصية إلا ما يُكتب في نماذج التواصل والمتابعة والتقييم، وللغرض المذكور في كل منها.',
      body: richText(
        h2('عند التصفح'),
        p(
          'صفحات الموقع بلا ملفات تعريف ارتباط (كوكيز)، وبلا أدوات تتبع أو إحصاء، ولا تستدعي شيئًا من مواقع أخرى. وملفات تعريف الارتباط تُستخدم في لوحة تحكم الموظفين وحدها، لتسجيل دخولهم.',
        ),
        p(
          'عند الإرسال أو المتابعة نعدّ المحاولات من عنوان الشبكة نفسه خلال ساعة، والرسائل التي تحمل وسيلة الرد نفسها خلال يوم، حتى لا يُغرق أحد الموقع برسائل آلية. ولا يُحفظ لذلك العنوان ولا الرقم، بل بصمة مشفرة منهما تُحذف بانتهاء المدة.',
        ),
        p(
          'ما يُبحث عنه في الموقع لا يُحفظ. فإن لم نجد شيئًا حفظنا الكلمات وحدها، مع عدد مرات السؤال عنها واليوم دون الساعة، لنعرف ما ينقص الموقع. ولا يُحفظ معها من سأل ولا عنوان شبكته، ولا تُحفظ أسئلة فيها أرقام أو بريد، ولا الجمل الطويلة. وتُحذف بعد تسعين يومًا. ولا حاجة إلى كتابة أسماء الأشخاص في البحث.',
        ),
        h2('ما نجمعه عند التواصل'),
        ul(
          '**نص الرسالة:** نوعها وموضوعها ونصها، والخدمة التي تخصها إن ذُكرت.',
          '**وسيلة الرد:** الجوال أو البريد الإلكتروني، والاسم، ولغة الرد. ويمكن الإرسال دون أي منها، ويُقرأ الرد عندئذ في صفحة المتابعة.',
          '**المرفقات:** ما يُرفق من صور وملفات. لا تُنشر، ولا يفتحها إلا من يعمل على الرسالة.',
          '**ما يحدث بعدها:** تواريخ الاستلام والإحالة والرد، وما يُكتب من ردود.',
        ),
        p('نرجو ألا تُكتب في الرسالة أرقام البطاقات البنكية ولا كلمات المرور، فلسنا بحاجة إليها.'),
        h2('ما نجمعه عند حجز موعد'),
        p(
          'الاسم، والجوال أو البريد، وموضوع الزيارة إن كُتب، والوقت والمكان، ورقم الطلب إن حُجز الموعد من صفحة متابعته. نحفظ ما يدل على صاحبه مشفرًا، ونستعمله لهذا الموعد فقط: لحجزه وتغييره وإلغائه والتذكير به. يراه موظفو الجمعية الذين يستقبلون الزيارة ومن له صلاحية المراجعة، ويُحذف بانتهاء مدة حفظ الرسائل محسوبة من الموعد، ويبقى الوقت والمكان وما صار إليه الموعد للإحصاء. والأساس موافقة تُعطى في النموذج.',
        ),
        h2('ما نجمعه عند التقييم'),
        ul(
          '**الإجابات:** الدرجات والاختيارات، وما يُكتب من نص، ولغة النموذج، والخدمة التي يخصها، واليوم دون الساعة. لا نسأل عن اسم.',
          '**وسيلة تواصل:** لمن أراد أن نعود إليه، وتركها لا يمنع التقييم.',
          '**عند التقييم بدعوة:** يُعرف كذلك بأي قناة وصلتنا الرسالة. ولا يُكتب مع التقييم ما يدل على صاحبها؛ ولا يربطه بها إلا مدير النظام، لسبب يُكتب ويُحفظ ويراه المراجعون.',
        ),
        p(
          'تُرسل الدعوة إلى التقييم مرة واحدة بعد الرد، إلى البريد المكتوب في الرسالة إن وُجد، وتظهر في صفحة المتابعة. ولا نعرض رقمًا عن أقل من خمسة أشخاص.',
        ),
        h2('لماذا، وعلى أي أساس'),
        p(
          'بيانات الرسالة للرد عليها ومتابعتها وتمكين صاحبها من قراءة الرد، وللدعوة إلى تقييمه، وللوفاء بما تلزمنا به سياستنا من الإجابة عن جميع الاستفسارات. والأساس موافقة تُعطى في النموذج، ونسجل معها إصدار هذا الإشعار وتاريخها.',
        ),
        p(
          'والتقييمات لنعرف ما نحسّنه، والتقييم اختيار يكفي له إرسال النموذج. لا نستخدم البيانات في غير ذلك، ولا نبيعها، ولا نرسل بها إعلانات.',
        ),
        h2('من يطّلع عليها'),
        ul(
          '**الرسائل ومرفقاتها:** موظفو الجمعية المعنيون بالرد، والمسؤول الذي تُحال إليه الرسالة، ومن له صلاحية المراجعة. أما الشكوى من أحد العاملين، وما يختار صاحبه أنه حساس، فيطلع عليه أشخاص محددون فقط، ولا يطلع عليه من يتعلق به، ويُسجَّل كل اطلاع.',
          '**التقييمات:** مديرو النظام والمعتمدون والمراجعون ورؤساء الأقسام يرون النتائج والنصوص. أما وسيلة التواصل فيراها مديرو النظام ورؤساء الأقسام فقط.',
        ),
        p('ولا نطلع عليها جهة أخرى إلا إذا ألزمنا النظام بذلك.'),
        h2('كيف نحفظها'),
        ul(
          'الموضوع والنص والاسم والجوال والبريد والمرفقات والردود، ونصوص التقييم ووسيلة التواصل فيه، محفوظة مشفرة.',
          'رمز المتابعة لا يُحفظ، بل تُحفظ بصمته، فلا يستطيع أحد قراءته من قاعدة البيانات.',
          'إن كان في النموذج بريد إلكتروني أرسلنا إليه رقم المتابعة والرمز، ثم الرد. والبريد يمر بمزودي الخدمة كأي بريد.',
          'وإن لم يكن فيه إلا رقم جوال، وفعّلت الجمعية الرسائل النصية، أرسلنا إليه رابط المتابعة عند كل خطوة، دون شيء مما كُتب. والرقم يمر عندئذ بمزود خدمة الرسائل.',
          'طلب رابط جديد لمن فقد الرمز تُحفظ له بصمة مشفرة مما كُتب فيه، وتُحذف بعد يوم.',
          'مسودة النموذج تبقى في متصفح صاحبها حتى الإرسال، أسبوعًا على الأكثر، ولا تصلنا قبله. ويمكن مسحها من النموذج نفسه.',
        ),
        h2('كم تبقى'),
        p(
          'ملف أُرفق بنموذج لم يكتمل إرساله يُحذف بعد ساعة. وتضع الجمعية مدة لحفظ الرسائل التي أُجيب عنها، ولحفظ ما كُتب في التقييمات ووسيلة التواصل فيها، وهي مذكورة في آخر هذه الصفحة كما ضُبطت. وتبقى بعدها درجات التقييم للإحصاء، ولا اسم فيها.',
        ),
        h2('حقوقكم'),
        p('يكفل نظام حماية البيانات الشخصية في المملكة العربية السعودية لصاحب البيانات:'),
        ul(
          '**العلم** بما يُجمع عنه ولماذا، وهو ما كُتبت له هذه الصفحة.',
          '**الاطلاع** على بياناته والحصول على نسخة منها. صفحة المتابعة تعرض ما كُتب في الرسالة وأسماء مرفقاتها وردودنا، ونزوّد من يطلب بنسخة منها كلها.',
          '**التصحيح** والإكمال والتحديث. تُضاف المعلومة الصحيحة إلى الرسالة من صفحة المتابعة، ويبقى النص الأول كما كتبه صاحبه.',
          '**الإتلاف** إذا انتهت الحاجة إلى البيانات، **والرجوع عن الموافقة** في أي وقت. يُطلبان برسالة، ويتولاهما موظفو الجمعية، إذ لا يُحذف شيء من الموقع مباشرة.',
        ),
        p(
          'لطلب شيء من ذلك يكفي الإرسال من [صفحة التواصل](/contact)، مع رقم المتابعة إن وُجد، ونجيب عنه كما نجيب عن كل رسالة. أما التقييم الذي لا وسيلة تواصل فيه ولا دعوة فلا نعرف صاحبه، فلا نستطيع تسليمه له ولا حذفه.',
        ),
        p('ولمن لم يرضه ردنا أن يشتكي إلى الهيئة السعودية للبيانات والذكاء الاصطناعي، وهي الجهة المختصة.'),
      ),
    },
    en: {
      title: 'Privacy',
      lead: 'Reading this site leaves nothing with us that points to you. We collect personal data only from what is written in the contact, tracking and evaluation forms, for the purpose that each of them states.',
      body: richText(
        h2('When you read the site'),
        p(
          'The pages use no cookies, no tracking and no statistics tools, and load nothing from other sites. Cookies serve the staff’s admin panel only, to keep them signed in.',
        ),
        p(
          'When something is sent or followed, we count the attempts from one network address within an hour, and the messages that name the same way to reply within a day, so that nobody floods the site with automatic messages. Neither the address nor the number is kept for this, only a keyed fingerprint, which is deleted when the time is over.',
        ),
        p(
          'What you search this site for isn’t kept. Where nothing was found we keep the words alone, with how often they were asked for and the day without the hour, to learn what the site lacks. Neither who asked nor a network address is kept with them, and no question with digits or an e-mail address, nor a long sentence. They are deleted after ninety days. There is no need to search for people’s names.',
        ),
        h2('What we collect when you write to us'),
        ul(
          '**Your message:** its kind, subject and text, and the service it concerns, if you name one.',
          '**How to reply:** mobile number or e-mail, name, and language of the reply. You can send without any of these and read the answer on the tracking page.',
          '**Attachments:** the pictures and files you add. They are never published, and only those who work on the message open them.',
          '**What happens next:** the dates of receipt, referral and answer, and the replies written.',
        ),
        p('Please don’t put bank card numbers or passwords into a message. We never need them.'),
        h2('What we collect when you book a visit'),
        p(
          'Name, mobile number or e-mail address, what the visit is about if you say so, time and place, and the request’s number if you book from its tracking page. What tells who you are is stored encrypted and used for this visit only: to book, move, cancel and remind you of it. The staff who receive visits see it, and those who may audit. It is erased at the end of the period for which messages are kept, counted from the visit; time, place and what became of it remain for figures. The basis is the consent you give in the form.',
        ),
        h2('What we collect when you evaluate'),
        ul(
          '**Your answers:** marks and choices, what you write, the language of the form, the service it concerns, and the day without the hour. We don’t ask for a name.',
          '**A way to reach you:** if you want to hear from us. Leaving it out doesn’t keep you from evaluating.',
          '**By invitation:** also the channel by which your message reached us. Nothing that points to you is stored with the evaluation; only an administrator can connect the two, for a reason that is written down, kept and seen by auditors.',
        ),
        p(
          'The invitation is sent once, after our answer, to the e-mail address in the message if there is one, and shows on the tracking page. We show no figure about fewer than five people.',
        ),
        h2('Why, and on what basis'),
        p(
          'What you write in a message serves to answer it, to follow it up, to let you read the answer and to invite you to evaluate it, and to keep what our policy commits us to: answering every inquiry. The basis is the consent you give in the form; we record with it the version of this notice and the date.',
        ),
        p(
          'Evaluations tell us what to improve. They are voluntary: sending the form is all it takes. We use the data for nothing else, don’t sell it and send no advertising with it.',
        ),
        h2('Who sees it'),
        ul(
          '**Messages and attachments:** the members of staff who answer, the person your message is referred to, and those with the right to audit. A complaint about a member of staff, and what you mark as sensitive, is seen by a few named people only, never by the person it is about, and each opening is logged.',
          '**Evaluations:** administrators, approvers, auditors and heads of department see results and texts. Only administrators and heads of department see a way to reach you.',
        ),
        p('Nobody else, unless the law obliges us.'),
        h2('How we keep it'),
        ul(
          'Subject, text, name, mobile number, e-mail, attachments and replies, and the texts of evaluations with any way to reach you, are stored encrypted.',
          'The tracking code isn’t stored, only its fingerprint, so that nobody can read it from the database.',
          'If the form has an e-mail address, we send the reference, the code and later the answer to it. E-mail passes through providers as any mail does.',
          'If it has a mobile number alone, and the association has turned text messages on, we send the tracking link to it at each step, with nothing of what was written. The number then passes through the provider of the messages.',
          'A request for a new link, by who lost the code, leaves a keyed fingerprint of what was typed, which is deleted after a day.',
          'A draft of a form stays in your own browser until it is sent, for a week at most, and doesn’t reach us before. You can clear it in the form itself.',
        ),
        h2('How long'),
        p(
          'A file added to a form that was never completed is deleted after an hour. For messages that were answered, and for what was written in evaluations with any way to reach you, the association sets a period, which stands at the end of this page as it is set now. After it the ratings remain for the figures; they hold no name.',
        ),
        h2('Your rights'),
        p('Saudi Arabia’s Personal Data Protection Law gives you the right:'),
        ul(
          '**to know** what is collected about you and why, which is what this page is for;',
          '**to see** your data and receive a copy of it. The tracking page shows what you wrote, the names of your files and our answers, and we provide a copy of all of it on request;',
          '**to have it corrected,** completed or updated. You add what is right to the message on its tracking page; your first words stay as you wrote them;',
          '**to have it destroyed** once it is no longer needed, and **to withdraw your consent** at any time. Ask for either in a message: staff see to it, as nothing is deleted from the site directly.',
        ),
        p(
          'To ask for any of these, write to us through the [contact page](/contact), with the reference if you have one; we answer as we answer every message. An evaluation with neither an invitation nor a way to reach you is one whose author we don’t know, so we can’t give it out or delete it on request.',
        ),
        p(
          'If our answer doesn’t satisfy you, you may complain to the Saudi Data and Artificial Intelligence Authority, the competent authority.',
        ),
      ),
    },
  },
  accessibility: {
    ar: {
      title: 'سهولة الوصول',
      lead: 'نريد أن يصل الجميع إلى ما يحتاجون إليه هنا، بأي جهاز وبأي طريقة يقرؤون بها أو يكتبون.',
      body: richText(
        h2('ما نعمل به'),
        p(
          'بُني الموقع ليوافق إرشادات الوصول إلى محتوى الويب WCAG 2.2 في المستوى AA. ولم تفحصه جهة مستقلة بعد، فهذه الصفحة تقييمنا نحن.',
        ),
        h2('ما يمكن الاعتماد عليه'),
        ul(
          'كل صفحة تعمل بلوحة المفاتيح وحدها، وموضع التركيز ظاهر دائمًا.',
          'كل صفحة تعمل دون نصوص برمجية، وعلى الأجهزة القديمة والاتصال البطيء.',
          'يمكن تكبير النص إلى الضعف دون أن يختفي شيء أو تُحرَّك الصفحة جانبًا.',
          'ألوان النصوص واضحة التباين في الوضعين الفاتح والداكن، واللون ليس العلامة الوحيدة على شيء.',
          'لمن طلب تقليل الحركة في جهازه: لا شيء يتحرك.',
          'في النماذج: لكل حقل اسم ظاهر، والخطأ يُكتب بجانب حقله وفي أعلى الصفحة، وما كُتب لا يضيع.',
          'لا ألغاز ولا صور تُفك رموزها قبل الإرسال.',
          'الصفحات تُطبع بوضوح على الورق.',
        ),
        h2('ما نعرف أنه ناقص'),
        ul(
          'نص السياسة المعتمدة متاح مكتوبًا. ولم تصلنا النسخة الأصلية المصورة، فلا تُعرض هنا.',
          'لا يوجد شرح بلغة الإشارة.',
          'فُحصت الصفحات آليًا وفي متصفح Chromium، ولم يجرّبها بعد مستخدمون لقارئات الشاشة بالعربية.',
        ),
        h2('إذا صعُب شيء'),
        p(
          'يسعدنا أن تخبرونا من [صفحة التواصل](/contact) بما صعُب وفي أي صفحة. وما تعذّر الوصول إليه هنا نقدّمه بطريقة أخرى.',
        ),
      ),
    },
    en: {
      title: 'Accessibility',
      lead: 'We want everyone to reach what they need here: on any device, and in whatever way they read or write.',
      body: richText(
        h2('What we work to'),
        p(
          'The site is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. No independent body has examined it yet: this page is our own assessment.',
        ),
        h2('What you can rely on'),
        ul(
          'Every page works with a keyboard alone, and the focus is always visible.',
          'Every page works without scripts, on old devices and slow connections.',
          'Text can be enlarged to twice its size without anything disappearing or scrolling sideways.',
          'Text has strong contrast in light and dark, and colour is never the only sign of anything.',
          'If you asked your device for less motion, nothing moves.',
          'In forms every field has a visible name, an error is written beside its field and at the top of the page, and what was typed isn’t lost.',
          'There is no puzzle and no distorted picture to read before sending.',
          'Pages print clearly on paper.',
        ),
        h2('What we know is missing'),
        ul(
          'The approved policy is available as text. The scanned original has not reached us, so it isn’t shown here.',
          'There is no explanation in sign language.',
          'The pages were checked automatically and in Chromium; people who use screen readers in Arabic have not tried them yet.',
        ),
        h2('If something is difficult'),
        p(
          'Please tell us through the [contact page](/contact) what was difficult and on which page. What can’t be reached here we will provide in another way.',
        ),
      ),
    },
  },
}
