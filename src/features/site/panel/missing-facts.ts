import type { Payload, UIFieldServerProps } from 'payload'
import { type ChannelFact, type Fact, missingFacts } from '@/features/site/domain/missing-facts'
import type { LocalizedText } from '@/platform/localize'
import { channelLabels, fieldOfChannel, recordedChannels } from '@/shared/vocabulary/channels'

const labelsOfChannels = Object.fromEntries(
  recordedChannels.map((channel) => {
    const { ar, en } = channelLabels[channel]
    return [fieldOfChannel(channel), { ar: `قناة ${ar}`, en: `Channel: ${en.toLowerCase()}` }]
  }),
) as Record<ChannelFact, LocalizedText>

export const factLabels: Record<Fact, LocalizedText> = {
  name: { ar: 'اسم الجمعية', en: 'Name' },
  shortName: { ar: 'الاسم المختصر', en: 'Short name' },
  description: { ar: 'التعريف', en: 'Description' },
  registrationNumber: { ar: 'رقم التسجيل', en: 'Registration number' },
  phone: { ar: 'الهاتف', en: 'Telephone' },
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  address: { ar: 'العنوان', en: 'Address' },
  ...labelsOfChannels,
  socialAccounts: { ar: 'حسابات التواصل الاجتماعي', en: 'Social accounts' },
  responseTargets: { ar: 'مواعيد الرد', en: 'Response targets' },
}

const inOneLanguage = {
  ar: { ar: 'بالعربية', en: 'in Arabic' },
  en: { ar: 'بالإنجليزية', en: 'in English' },
} satisfies Record<'ar' | 'en', LocalizedText>

/** A missing fact in the panel's language, with the text's language where it is missing in one only. */
export function missingFactName(
  { fact, languages }: ReturnType<typeof missingFacts>[number],
  language: 'ar' | 'en',
): string {
  const [only] = languages
  return languages.length === 1 && only
    ? `${factLabels[fact][language]} (${inOneLanguage[only][language]})`
    : factLabels[fact][language]
}

/** What visitors don't learn yet, because nobody entered it: each fact in the panel's language. */
export async function listMissingFacts(
  payload: Payload,
  user: UIFieldServerProps['user'],
  language: 'ar' | 'en',
): Promise<string[]> {
  const read = (locale: 'ar' | 'en') =>
    payload.findGlobal({ slug: 'association', locale, depth: 0, overrideAccess: false, user })
  const [ar, en] = await Promise.all([read('ar'), read('en')])
  return missingFacts({ ar, en }).map((missing) => missingFactName(missing, language))
}
