import { type Payload, ValidationError } from 'payload'
import { asSystem } from '@/platform/system-payload'

/**
 * Words in which people ask an association, one meaning a line, both languages on it. A word of a
 * question finds the texts that say any expression of its line.
 */
export const synonymsSeed: readonly string[] = [
  'تسجيل، اشتراك، انتساب، التحاق، انضمام، register, registration, sign up, enrol, join',
  'شكوى، تظلم، اعتراض، بلاغ، استئناف، إعادة النظر، مراجعة القرار، سوء معاملة، complaint, grievance, mistreatment, misconduct, objection, appeal, second review, reconsider',
  'سؤال، استفسار، تساؤل، أسئلة شائعة، question, inquiry, enquiry, query, FAQ, frequently asked questions',
  'إرشاد، توجيه، مساعدة، استشارة، guidance, help, advice, assistance',
  'مقابلة، لقاء، زيارة، حجز موعد، موعد، معاد، وجهًا لوجه، appointment, interview, visit, in person, face to face',
  'مسؤول، مدير، مشرف، manager, supervisor, person responsible',
  'موظف، staff, employee, worker',
  'إحالة، تحويل، referral, refer, forward, transfer',
  'رسوم، تكلفة، سعر، بكم، كم سعر، مجاني، مجانًا، fee, cost, price, charge, free, how much',
  'مستندات، وثائق، أوراق، متطلبات، المعلومات المطلوبة، documents, papers, paperwork, requirements, information required',
  'شروط، أهلية، eligibility, conditions, criteria',
  'هاتف، جوال، تلفون، تليفون، موبايل، مكالمة، telephone, phone, mobile, call',
  'عنوان، مقر، مكان، لوكيشن، address, location, directions, office',
  'أوقات العمل، ساعات العمل، دوام، opening hours, working hours, office hours, business hours, open',
  'بريد إلكتروني، إيميل، email, e-mail',
  'وسائل التواصل الاجتماعي، السوشيال ميديا، حسابات الجمعية، واتساب، واتس، تويتر، إكس، انستقرام، انستغرام، سناب شات، سناب، فيسبوك، تيك توك، يوتيوب، تيليجرام، social media, social networks, whatsapp, twitter, instagram, snapchat, facebook, tiktok, youtube, telegram',
  'موقع إلكتروني، ويب سايت، أونلاين، website, web page, online',
  'خطاب، مراسلة، كتاب رسمي، letter, correspondence',
  'تواصل، التواصل معنا، اتصال، contact, contact us, get in touch, reach you',
  'متابعة طلب، تتبع، حالة الطلب، رقم الطلب، رقم المتابعة، رمز المتابعة، معاملة، track, case, tracking, follow up, follow a request, status, reference number, tracking code',
  'تقييم، استبيان، استبانة، استطلاع، ملاحظات، evaluation, evaluate, rate, rating, survey, questionnaire, feedback',
  'رضا، satisfaction, satisfied',
  'اقتراح، مقترح، فكرة، suggestion, proposal, idea',
  'خصوصية، سرية، حماية البيانات، بيانات شخصية، privacy, confidential, data protection, personal data, personal information',
  'بيانات، معلومات، داتا، data, information',
  'حذف، مسح، إتلاف، إزالة، delete, erase, remove, destroy',
  'ملفات ارتباط، ملفات تعريف الارتباط، كوكيز، cookies',
  'ذوو الإعاقة، ذوي الإعاقة، ذوي الاحتياجات الخاصة، معاق، كفيف، مكفوف، أعمى، ضعيف البصر، أصم، قارئ الشاشة، سهولة الوصول، إمكانية الوصول، disability, disabled, special needs, blind, visually impaired, deaf, screen reader, accessibility',
  'تكبير النص، تكبير الخط، حجم الخط، enlarge text, larger text, bigger text, font size, zoom',
  'داكن، الوضع الليلي، dark, night mode',
  'لوحة المفاتيح، كيبورد، keyboard',
  'تطوع، متطوع، عمل تطوعي، volunteer, volunteering',
  'داعم، دعم، متبرع، تبرع، راعي، رعاية، supporter, donor, donate, donation, sponsor, fund',
  'عضو، عضوية، member, membership',
  'مجلس الإدارة، مجلس الأمناء، قيادة، board, directors, trustees',
  'اجتماع، جلسة، محضر، meeting, session, minutes',
  'قرار، decision, resolution',
  'سياسة، لائحة، policy, bylaw, regulation',
  'تعديل، تغيير، تحديث، amendment, amend, change, update',
  'سريان، نفاذ، يسري، effective, takes effect, in force, come into force',
  'اعتماد، إقرار، approval, approve, adopt',
  'موافقة، consent, agree',
  'سحب الموافقة، الرجوع عن الموافقة، withdraw consent',
  'اطلاع، يطلع، يشوف، يرى، see',
  'هيئة البيانات، الهيئة السعودية للبيانات والذكاء الاصطناعي، سدايا، Saudi Data and Artificial Intelligence Authority, SDAIA',
  'خريطة الموقع، دليل الموقع، site map, sitemap',
  'خلاف، نزاع، خصومة، dispute, conflict, disagreement',
  'معوق، عائق، عقبة، عقبات، obstacle, barrier, hindrance, stands in the way',
  'توقيع، إمضاء، signature, sign',
  'مطابقة، تحقق، تأكد، verify, match, check',
  'رأي، وجهة نظر، opinion, view',
  'مستفيد، عميل، beneficiary, client, customer',
  'هدف، غاية، رؤية، رسالة الجمعية، goal, aim, objective, mission, vision',
  'عن الجمعية، من نحن، من أنتم، نبذة، تعريف الجمعية، about us, who are you, who we are, about the association',
  'رقم التسجيل، ترخيص، رقم الترخيص، registration number, licence, charity number',
  'لباقة، احترام، أدب، courtesy, courteous, polite, respect',
  'تنزيل، تحميل، الملف المعتمد، نص السياسة، download, PDF, text of the policy',
  'مرفق، ملف، صورة، attachment, file, upload, picture, photo',
  'دون ذكر الاسم، بدون اسم، مجهول، anonymous, without a name',
  'نموذج، استمارة، فورم، form',
  'الصفحة الرئيسية، الرئيسية، home page, homepage, main page',
]

const system = asSystem('seed')

/** The first synonyms. A line of which an editor wrote any word already is left out. */
export async function seedSynonyms(payload: Payload): Promise<void> {
  for (const words of synonymsSeed) {
    try {
      await payload.create({ collection: 'search-synonyms', data: { words }, ...system })
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
    }
  }
}
