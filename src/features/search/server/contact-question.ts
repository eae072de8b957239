import { type ContactWish, contactWishes } from '@/features/search/domain/contact-answer'
import { normaliseArabic } from '@/platform/arabic'
import { isStopWord } from '@/platform/search/stop-words'
import { prepareSynonyms } from '@/platform/search/synonyms'
import { Vocabulary } from '@/platform/search/vocabulary'
import { wordsOf } from '@/platform/search/words'

/** Expressions for each fact, in both languages. */
const phrases: Record<ContactWish, string> = {
  telephone:
    'هاتف، تلفون، تليفون، جوال، موبايل، رقم الجمعية، رقمكم، أرقامكم، رقم التواصل، رقم الاتصال، أرقام التواصل، اتصال هاتفي، مكالمة، سنترال، فاكس، الخط الساخن، رقم موحد، أدق عليكم، أكلمكم، telephone, phone, mobile, call you, contact number, your number, ring, hotline, landline, fax',
  hours:
    'دوام، أوقات العمل، ساعات العمل، أوقات الدوام، متى تفتحون، متى تفتح، متى تقفلون، متى تغلقون، متى تداومون، تداومون، مفتوح، مفتوحين، تفتحون، تقفلون، opening hours, opening times, opening, working hours, office hours, business hours, hours, opening time, closing time, open, closed, close',
  address:
    'عنوان، العنوان، مقر، مكان، لوكيشن، موقعكم على الخريطة، خريطة الوصول، خرائط، كيف أوصل لكم، أوصلكم، كيف أصل إليكم، وين أنتم، أين أنتم، وينكم، أين تقعون، تقعون، address, location, located, directions, where are you, map, find you, office',
  email: 'بريد، بريد إلكتروني، عنوان البريد، إيميل، email, e-mail, mail, email address, e-mail address',
  social:
    'واتساب، واتس، تويتر، إكس، انستقرام، انستغرام، انستا، سناب، سناب شات، فيسبوك، تيك توك، يوتيوب، تيليجرام، تلغرام، لينكد إن، السوشيال ميديا، السوشال ميديا، وسائل التواصل، وسائل التواصل الاجتماعي، مواقع التواصل، حسابات الجمعية، حسابكم، حساباتكم، whatsapp, twitter, instagram, snapchat, facebook, tiktok, youtube, telegram, linkedin, social media, social networks, social accounts',
  contact:
    'تواصل، أتواصل، نتواصل، اتصال، أتصل، راسل، مراسلتكم، contact, contact us, reach you, get in touch, write to you, contact form, نموذج التواصل',
}

/** Words beside them that don't change the meaning. */
const besides =
  'جمعية، الأم المبدعة، رقم، أرقام، حساب، حسابات، رسمي، رسمية، خدمة المستفيدين، خدمة العملاء، معلومات، بيانات، تفاصيل، قنوات، طرق، وسائل، association, creative mom, number, account, accounts, official, your, details, information, customer service, page, time, times, today'

const expressionsOf = (line: string): string[] => line.split(/[،,]/)
const known = prepareSynonyms([...contactWishes.map((fact) => expressionsOf(phrases[fact])), expressionsOf(besides)])
const spellings = new Vocabulary(known.words)
const SHORTEST_MISSPELT = 5

/**
 * The contact facts that a search asks for; none if it is about something else too: "complaint by telephone" is about
 * a complaint.
 */
export function askedContactFacts(question: string): ContactWish[] {
  const words = wordsOf(normaliseArabic(question)).flatMap(({ normal }) => [...normal])
  if (words.length === 0) return []
  const all = known.find(words)
  // «عنوان البريد» (e-mail address) does not ask for the postal address.
  const said = all.filter(
    ({ start, end }) =>
      !all.some((other) => other.start <= start && end <= other.end && other.end - other.start > end - start),
  )
  const rest = words.flatMap((word, place) => {
    const isSaid = said.some(({ start, end }) => start <= place && place < end)
    return isSaid || isStopWord(word) ? [] : [word]
  })
  const misspelt = rest.flatMap((word) => {
    const near = word.length < SHORTEST_MISSPELT ? [] : spellings.nearTo(word)
    const [meant] = known.find(near)
    return meant ? [meant] : []
  })
  if (misspelt.length < rest.length) return []
  const facts = new Set([...said, ...misspelt].flatMap(({ meaning }) => contactWishes[meaning] ?? []))
  // «رقم التواصل»: who names a fact doesn't mean the page as a whole.
  if (facts.size > 1) facts.delete('contact')
  return contactWishes.filter((fact) => facts.has(fact))
}
