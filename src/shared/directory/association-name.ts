import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { cleanLine } from '@/platform/typed-text'

/** The association's own name in a language, with which mails are signed; null until it is filled in. */
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
