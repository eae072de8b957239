import type { CollectionBeforeChangeHook, SanitizedConfig } from 'payload'

/** Payload keeps the text language somebody looked at last, for every document they open afterwards. */
const LOCALE_PREFERENCE = 'locale'

const keepDefault =
  (defaultLocale: string): CollectionBeforeChangeHook =>
  ({ data }) =>
    data.key === LOCALE_PREFERENCE ? { ...data, value: defaultLocale } : data

/**
 * Documents open in the Arabic text. The other language is chosen for the document at hand, in its
 * address (`?locale=en`), and is not carried to the next one, where Arabic would be typed over English.
 */
export function arabicFirst({ collections, localization }: SanitizedConfig): void {
  const preferences = collections.find(({ slug }) => slug === 'payload-preferences')
  if (localization) preferences?.hooks.beforeChange.push(keepDefault(localization.defaultLocale))
}
