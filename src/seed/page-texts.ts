import type { ContentPage } from '@/features/site/domain/content-pages'
import { h2, p, quote, richText, ul } from './rich-text'

interface Words {
  title: string
  lead: string
  body: ReturnType<typeof richText>
}

/**
 * The first texts of the pages. About: what the association's policy says and nothing else.
 * Privacy: what the system does, sentence by sentence; change both together, and raise
 * `privacyNoticeVersion`. Accessibility: what was built and tested, and what is known to be missing.
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
          'الاستقبال بلباقة واحترام، والإجابة عن جميع الاستفسارات، وإعطاء الوقت الكافي. [من سياسات التعامل](/policies/beneficiary-relations#dealing-1)',
          'الإحالة إلى المسؤول عند عدم وضوح الإجراءات، ليجيب عن التساؤلات ويوضحها. [من سياسات التعامل](/policies/beneficiary-relations#dealing-3)',
          'تقييم الخدمة حق من حقوق المستفيد، ونشجع عليه. [من الممارسات](/policies/beneficiary-relations#practice-2)',
          'قياس الرضا لرفع جودة الخدمة والتحسين المستمر. [من الأهداف التفصيلية](/policies/beneficiary-relations#objective-4)',
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
          'To provide distinguished service to beneficiaries with mastery, speed and high quality, and to keep developing and improving, in cooperation with all parties, until the objectives are reached.',
        ),
        h2('Whom we work with'),
        p(
          'Beneficiaries, supporters, volunteers and others. The association gives priority to its relationship with beneficiaries and reviews how it works continually.',
        ),
        h2('What we commit to'),
        ul(
          'Receiving people courteously and with respect, answering every inquiry and giving enough time. [From the policies for dealing](/policies/beneficiary-relations#dealing-1)',
          'Referring you to the person responsible when procedures are unclear, so that they answer and explain. [From the policies for dealing](/policies/beneficiary-relations#dealing-3)',
          'Evaluating our service is the beneficiary’s right, and we encourage it. [From the practices](/policies/beneficiary-relations#practice-2)',
          'Measuring satisfaction, to raise the quality of service and keep improving. [From the objectives](/policies/beneficiary-relations#objective-4)',
        ),
        p('The whole text is on the [page of the policy](/policies/beneficiary-relations).'),
      ),
    },
  },
  privacy: {
    ar: {
      title: 'الخصوصية',
      lead: 'تصفح هذا الموقع لا يترك لدينا أثرًا يدل على صاحبه. ولا نجمع بيانات شخصية إلا ما يُكتب في نموذج التواصل، للرد عليه ومتابعته.',
      body: richText(
        h2('عند التصفح'),
        p(
          'صفحات الموقع بلا ملفات ارتباط، وبلا أدوات تتبع أو إحصاء، ولا تستدعي شيئًا من مواقع أخرى. وملفات الارتباط تُستخدم في لوحة تحكم الموظفين وحدها، لتسجيل دخولهم.',
        ),
        p(
          'عند الإرسال أو المتابعة يُستخدم عنوان الاتصال بالشبكة لعدّ المحاولات فقط، حتى لا يُغرق أحد الموقع برسائل آلية. يبقى في ذاكرة الخادم ساعة على الأكثر، ولا يُكتب في قاعدة البيانات. وتُعدّ كذلك الرسائل التي تحمل وسيلة الرد نفسها خلال يوم.',
        ),
        h2('ما نجمعه عند التواصل'),
        ul(
          '**نص الرسالة:** نوعها وموضوعها ونصها، والخدمة التي تخصها إن ذُكرت.',
          '**وسيلة الرد:** الجوال أو البريد الإلكتروني، والاسم، ولغة الرد. ويمكن الإرسال دون أي منها، ويُقرأ الرد عندئذ في صفحة المتابعة.',
          '**المرفقات:** ما يُرفق من صور وملفات.',
          '**ما يحدث بعدها:** تواريخ الاستلام والإحالة والرد، وما يُكتب من ردود.',
        ),
        p('نرجو ألا تُكتب في الرسالة أرقام البطاقات البنكية ولا كلمات المرور، فلسنا بحاجة إليها.'),
        h2('لماذا، وعلى أي أساس'),
        p(
          'للرد على الرسالة ومتابعتها وتمكين صاحبها من قراءة الرد، وللوفاء بما تلزمنا به سياستنا من الإجابة عن جميع الاستفسارات. والأساس موافقة تُعطى في النموذج، ونسجل معها إصدار هذا البيان وتاريخها. لا نستخدم البيانات في غير ذلك، ولا نبيعها، ولا نرسل بها إعلانات.',
        ),
        h2('من يطّلع عليها'),
        p(
          'موظفو الجمعية المعنيون بالرد، والمسؤول الذي تُحال إليه الرسالة، ومن له صلاحية المراجعة. ولا نطلع عليها جهة أخرى إلا إذا ألزمنا النظام بذلك.',
        ),
        h2('كيف نحفظها'),
        ul(
          'الموضوع والنص والاسم والجوال والبريد والمرفقات والردود محفوظة مشفرة.',
          'رمز المتابعة لا يُحفظ، بل تُحفظ بصمته، فلا يستطيع أحد قراءته من قاعدة البيانات.',
          'إن كان في النموذج بريد إلكتروني أرسلنا إليه رقم المتابعة والرمز، ثم الرد. والبريد يمر بمزودي الخدمة كأي بريد.',
          'مسودة النموذج تبقى في متصفح صاحبها حتى الإرسال، ولا تصلنا قبله.',
        ),
        h2('كم تبقى'),
        p(
          'ملف أُرفق بنموذج لم يكتمل إرساله يُحذف بعد يوم. أما الرسائل وردودها فلم تحدد الجمعية بعد مدة لحذفها، فتبقى محفوظة، وحين تُحدد المدة نذكرها هنا.',
        ),
        h2('حقوقكم'),
        p('يكفل نظام حماية البيانات الشخصية في المملكة العربية السعودية لصاحب البيانات:'),
        ul(
          'أن يعلم بما يُجمع عنه ولماذا، وهو ما كُتبت له هذه الصفحة.',
          'أن يطّلع على بياناته ويحصل على نسخة منها.',
          'أن يطلب تصحيحها أو إكمالها أو تحديثها.',
          'أن يطلب إتلافها إذا انتهت الحاجة إليها.',
          'أن يرجع عن موافقته متى شاء.',
        ),
        p(
          'لطلب شيء من ذلك يكفي الإرسال من [صفحة التواصل](/contact)، مع رقم المتابعة إن وُجد. ولمن لم يرضه ردنا أن يشتكي إلى الهيئة السعودية للبيانات والذكاء الاصطناعي، وهي الجهة المختصة.',
        ),
      ),
    },
    en: {
      title: 'Privacy',
      lead: 'Reading this site leaves nothing with us that points to you. We collect personal data only from what is written in the contact form, to answer it and let it be followed.',
      body: richText(
        h2('When you read the site'),
        p(
          'The pages use no cookies, no tracking and no statistics tools, and load nothing from other sites. Cookies serve the staff’s admin panel only, to keep them signed in.',
        ),
        p(
          'When something is sent or followed, the network address is used to count attempts, so that nobody floods the site with automatic messages. It stays in the server’s memory for an hour at most and is not written to the database. Messages that name the same way to reply are counted over a day, likewise.',
        ),
        h2('What we collect when you write to us'),
        ul(
          '**Your message:** its kind, subject and text, and the service it concerns, if you name one.',
          '**How to reply:** mobile number or e-mail, name, and language of the reply. You can send without any of these and read the answer on the tracking page.',
          '**Attachments:** the pictures and files you add.',
          '**What happens next:** the dates of receipt, referral and answer, and the replies written.',
        ),
        p('Please don’t put bank card numbers or passwords into a message. We never need them.'),
        h2('Why, and on what basis'),
        p(
          'To answer your message, to follow it up and to let you read the answer, and to keep what our policy commits us to: answering every inquiry. The basis is the consent you give in the form; we record with it the version of this notice and the date. We use the data for nothing else, don’t sell it and send no advertising with it.',
        ),
        h2('Who sees it'),
        p(
          'The members of staff who answer, the person your message is referred to, and those with the right to audit. Nobody else, unless the law obliges us.',
        ),
        h2('How we keep it'),
        ul(
          'Subject, text, name, mobile number, e-mail, attachments and replies are stored encrypted.',
          'The tracking code isn’t stored, only its fingerprint, so that nobody can read it from the database.',
          'If the form has an e-mail address, we send the reference, the code and later the answer to it. E-mail passes through providers as any mail does.',
          'A draft of the form stays in your own browser until it is sent and doesn’t reach us before.',
        ),
        h2('How long'),
        p(
          'A file added to a form that was never completed is deleted after a day. For messages and their answers the association has not yet set a period, so they are kept; once it is set, we will state it here.',
        ),
        h2('Your rights'),
        p('Saudi Arabia’s Personal Data Protection Law gives you the right:'),
        ul(
          'to know what is collected about you and why, which is what this page is for;',
          'to see your data and receive a copy of it;',
          'to have it corrected, completed or updated;',
          'to have it destroyed once it is no longer needed;',
          'to withdraw your consent at any time.',
        ),
        p(
          'To ask for any of these, write to us through the [contact page](/contact), with the reference if you have one. If our answer doesn’t satisfy you, you may complain to the Saudi Data and Artificial Intelligence Authority, the competent authority.',
        ),
      ),
    },
  },
  accessibility: {
    ar: {
      title: 'سهولة الوصول',
      lead: 'نريد أن يصل كل أحد إلى ما يحتاج إليه هنا: بأي جهاز، وبأي طريقة يقرأ أو يكتب بها.',
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
          'لا اختبار قدرات ولا صور تُفك رموزها قبل الإرسال.',
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
