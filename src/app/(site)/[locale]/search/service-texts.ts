import { type FoundText, sentences } from '@/app/(site)/[locale]/search/found-text'
import { getService, listServices, serviceKeywords } from '@/features/services/server/queries'
import { messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'

export async function serviceTexts(locale: Locale): Promise<FoundText[]> {
  const words = messagesFor(locale).services
  const keywords = await serviceKeywords(locale)
  const texts: FoundText[] = []
  for (const { slug } of await listServices(locale)) {
    const found = await getService(locale, slug)
    if (found.status !== 'found') continue
    const { title, need, summary, eligibility, documents, steps, fee, action } = found.service
    texts.push({
      kind: 'service',
      path: `/services/${slug}`,
      text: {
        heading: title,
        text: sentences([
          summary,
          need,
          ...eligibility,
          ...documents,
          ...steps.flatMap((step) => [step.title, step.detail]),
          fee,
        ]),
        context: words.title,
        keywords: [
          action.label,
          keywords.get(slug) ?? '',
          ...(documents.length > 0 ? [words.documents] : []),
          ...(fee ? [words.fee] : []),
          words.eligibility,
          words.steps,
        ].join(' '),
        within: [],
        lang: locale,
      },
    })
  }
  return texts
}
