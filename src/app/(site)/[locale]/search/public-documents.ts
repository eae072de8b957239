import type { FoundText } from '@/app/(site)/[locale]/search/found-text'
import { pageTexts } from '@/app/(site)/[locale]/search/page-texts'
import { policyTexts } from '@/app/(site)/[locale]/search/policy-texts'
import { serviceTexts } from '@/app/(site)/[locale]/search/service-texts'
import { type PublicDocument, weightOf } from '@/features/search/domain/public-document'
import { type Locale, locales } from '@/i18n/routing'

const textsIn = async (locale: Locale, now: Date): Promise<FoundText[]> => [
  ...(await policyTexts(locale, now)),
  ...(await serviceTexts(locale)),
  ...(await pageTexts(locale, now)),
]

/**
 * Everything that can be found, through the queries of the public pages: they run with a visitor's
 * rights, so what a visitor may not read can't be found either.
 * @param now decides what is in force
 */
export async function publicDocuments(now = new Date()): Promise<PublicDocument[]> {
  const documents = new Map<string, PublicDocument>()
  for (const locale of locales) {
    for (const { kind, path, text } of await textsIn(locale, now)) {
      documents.set(path, {
        kind,
        path,
        weight: weightOf({ kind, path }),
        texts: { ...documents.get(path)?.texts, [locale]: text },
      })
    }
  }
  return [...documents.values()]
}
