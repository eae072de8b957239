import type { CollectionSlug, PayloadRequest } from 'payload'
import { asSystemWithin } from '@/platform/system-payload'
import { savingOf } from './hold-rights'

/**
 * What a document that is being saved says in a language that the save isn't in: that of the version
 * which is restored, or else of the newest draft. Hooks are handed one language only.
 */
export async function inLanguage<Document>(
  req: PayloadRequest,
  { collection, id, locale }: { collection: CollectionSlug; id: string; locale: 'ar' | 'en' },
): Promise<Document> {
  const { version } = savingOf(req, collection)
  const asked = { collection, depth: 0, locale, fallbackLocale: false, ...asSystemWithin(req, 'keep-rules') } as const
  const found = version
    ? (await req.payload.findVersionByID({ ...asked, id: version })).version
    : await req.payload.findByID({ ...asked, id, draft: true })
  return found as unknown as Document
}
