import type { CollectionBeforeChangeHook, SanitizedConfig } from 'payload'

/** Payload remembers the last content language for every document opened afterwards. */
const LOCALE_PREFERENCE = 'locale'

const keepDefault =
  (defaultLocale: string): CollectionBeforeChangeHook =>
  ({ data }) =>
    data.key === LOCALE_PREFERENCE ? { ...data, value: defaultLocale } : data

/**
 * Opens documents in Arabic. The other language is chosen per document, in its address (`?locale=en`), and not
 * carried over to the next one, where Arabic would be typed over English.
 */
export function arabicFirst({ collections, localization }: SanitizedConfig): void {
  const preferences = collections.find(({ slug }) => slug === 'payload-preferences')
  if (localization) preferences?.hooks.beforeChange.push(keepDefault(localization.defaultLocale))
}
