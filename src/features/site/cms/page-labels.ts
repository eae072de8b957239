import { type PageKey, pageKeys } from '@/features/site/domain/pages'
import { messagesFor } from '@/i18n/messages'
import type { LocalizedText } from '@/platform/localize'

const { page: ar } = messagesFor('ar').site
const { page: en } = messagesFor('en').site

/** What the site calls its pages. */
export const pageLabels = Object.fromEntries(pageKeys.map((key) => [key, { ar: ar[key], en: en[key] }])) as Record<
  PageKey,
  LocalizedText
>
