import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'next-intl'
import { type Messages, messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'

/** A file of messages, or a part of one: `staff`, `staff.signIn`. */
export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

export type Translator<Name extends Namespace> = ReturnType<typeof createTranslator<Messages, Name>>

/** For code outside of `[locale]`, where next-intl has no language to read from the address: the panel, mails, jobs. */
export function translator<const Name extends Namespace>(namespace: Name, locale: Locale): Translator<Name> {
  return createTranslator({ locale, messages: messagesFor(locale), namespace, timeZone: 'Asia/Riyadh' })
}
