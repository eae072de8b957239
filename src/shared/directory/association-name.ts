import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { cleanLine } from '@/platform/typed-text'

/** What the association calls itself in a language, or null while it has not said so. Mails are signed with it. */
export async function associationName(payload: Payload, locale: 'ar' | 'en'): Promise<string | null> {
  const { name } = await payload.findGlobal({
    slug: 'association',
    locale,
    fallbackLocale: false,
    select: { name: true },
    depth: 0,
    ...asSystem('job'),
  })
  return cleanLine(name ?? '') || null
}
