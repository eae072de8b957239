import type { CollectionSlug, PayloadRequest } from 'payload'
import { asSystemWithin } from '@/platform/system-payload'
import { savingOf } from './hold-rights'

/**
 * A document's text in the language that is not being saved: from the version being restored, or else from the newest
 * draft. Hooks receive one language only.
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
