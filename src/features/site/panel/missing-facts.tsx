import type { Payload, UIFieldServerProps } from 'payload'
import { type Fact, missingFacts } from '@/features/site/domain/missing-facts'
import { panelLocale } from '@/panel/panel-locale'
import type { BothLanguages } from '@/platform/cms/say'

const labels: Record<Fact, BothLanguages> = {
  name: { ar: 'اسم الجمعية', en: 'Name' },
  shortName: { ar: 'الاسم المختصر', en: 'Short name' },
  description: { ar: 'التعريف', en: 'Description' },
  registrationNumber: { ar: 'رقم التسجيل', en: 'Registration number' },
  phone: { ar: 'الهاتف', en: 'Telephone' },
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  address: { ar: 'العنوان', en: 'Address' },
  interview: { ar: 'قناة المقابلة', en: 'Channel: interview' },
  telephone: { ar: 'قناة الاتصالات الهاتفية', en: 'Channel: telephone' },
  socialMedia: { ar: 'قناة وسائل التواصل الاجتماعي', en: 'Channel: social media' },
  letter: { ar: 'قناة الخطابات والمراسلات الرسمية', en: 'Channel: official letters' },
  socialAccounts: { ar: 'حسابات التواصل الاجتماعي', en: 'Social accounts' },
  responseTargets: { ar: 'مواعيد الرد', en: 'Response targets' },
}

const sentences = {
  title: { ar: 'ما بقي إدخاله', en: 'Still to be filled in' },
  explanation: {
    ar: 'لا يظهر شيء من هذا للزوار حتى يُدخل.',
    en: 'Visitors see none of these until they are entered.',
  },
  done: { ar: 'اكتملت بيانات الجمعية باللغتين.', en: 'Everything is filled in, in both languages.' },
  inArabic: { ar: 'بالعربية', en: 'in Arabic' },
  inEnglish: { ar: 'بالإنجليزية', en: 'in English' },
} satisfies Record<string, BothLanguages>

/** What visitors don't learn yet, because nobody entered it: each fact in the panel's language. */
export async function listMissingFacts(
  payload: Payload,
  user: UIFieldServerProps['user'],
  language: 'ar' | 'en',
): Promise<string[]> {
  const read = (locale: 'ar' | 'en') =>
    payload.findGlobal({ slug: 'association', locale, depth: 0, overrideAccess: false, user })
  const [ar, en] = await Promise.all([read('ar'), read('en')])
  return missingFacts({ ar, en }).map(({ fact, languages }) => {
    if (languages.length === 2) return labels[fact][language]
    return `${labels[fact][language]} (${(languages[0] === 'ar' ? sentences.inArabic : sentences.inEnglish)[language]})`
  })
}

/** At the top of the association's form: what is still to be filled in. */
export async function MissingFacts({ payload, user, i18n }: UIFieldServerProps) {
  const language = panelLocale(i18n)
  const missing = await listMissingFacts(payload, user, language)
  if (missing.length === 0) return <p>{sentences.done[language]}</p>
  return (
    <section aria-labelledby="missing-facts">
      <h3 id="missing-facts">{sentences.title[language]}</h3>
      <p>{sentences.explanation[language]}</p>
      <ul>
        {missing.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  )
}
