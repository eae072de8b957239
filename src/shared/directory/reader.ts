import type { User } from '@/payload-types'
import { asSystem, type SystemReason } from '@/platform/system-payload'

/** For whom something is looked up: a person, within their rights, or the system, with its reason. */
export type Reader = { user: User } | { reason: SystemReason }

export const accessOf = (reader: Reader) =>
  'user' in reader ? { overrideAccess: false, user: reader.user } : asSystem(reader.reason)

/** The language whose text stands in where one has none. */
export const otherLocale = (locale: 'ar' | 'en'): 'ar' | 'en' => (locale === 'ar' ? 'en' : 'ar')
