import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import { dateText } from '@/platform/calendar'
import { env } from '@/platform/env'
import { type QrPath, qrPath } from '@/platform/qr-code'
import { trackingUrl } from './mail-facts'

/** What a person takes away on paper: A5, in the language in which we write to them. */
export interface Slip {
  locale: Locale
  /** The association's name. */
  association: string
  title: string
  numbers: { term: string; value: string }[]
  /** Opens the case as the link in a mail does. */
  qr: QrPath & { label: string; help: string }
  /** How to follow the case, when the answer is due, and to keep the paper. */
  lines: string[]
}

/** A date or an address keeps its own direction among the words. */
const isolated = (text: string) => `\u2068${text}\u2069`

/** @param token of the case's tracking page, without an end: paper is kept */
export function slipOf({
  locale,
  association,
  reference,
  code,
  token,
  dueAt,
}: {
  locale: Locale
  association: string
  reference: string
  code: string
  token: string
  dueAt: Date | null
}): Slip {
  const t = translator('cases', locale)
  const address = `${env().siteUrl}${href(locale, '/track')}`.replace(/^https?:\/\//, '')
  return {
    locale,
    association,
    title: t('receipt.keep'),
    numbers: [
      { term: t('field.reference'), value: reference },
      { term: t('field.code'), value: code },
    ],
    qr: { ...qrPath(trackingUrl(locale, token)), label: t('slip.qr'), help: t('slip.scan') },
    lines: [
      t('slip.type', { address: isolated(address) }),
      ...(dueAt ? [t('slip.due', { date: isolated(dateText(dueAt, locale)) })] : []),
      t('slip.secret'),
    ],
  }
}
