import type { Locale } from '@/i18n/routing'

/** Mails as text and as simple HTML: no pictures, nothing fetched, no tracking. */
export interface MailText {
  /** As the mail program shows it in place of the address. */
  senderName: string
  subject: string
  text: string
  html: string
}

export type MailPart =
  | { kind: 'paragraph'; text: string }
  /** A number to keep: shown on its own line, left to right. */
  | { kind: 'number'; term: string; value: string }
  /** What somebody wrote, in their own direction. */
  | { kind: 'quote'; text: string }
  | { kind: 'link'; label: string; url: string }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

function asText(parts: readonly MailPart[]): string {
  const lines = parts.map((part) => {
    switch (part.kind) {
      case 'number':
        return `${part.term}\n${part.value}`
      case 'link':
        return `${part.label}\n${part.url}`
      default:
        return part.text
    }
  })
  return `${lines.join('\n\n')}\n`
}

/** Mail programs read no style sheet reliably; these few stand beside what they are for. */
const styles = {
  body: "margin:0;padding:24px;font:17px/1.7 'Segoe UI',Tahoma,Arial,sans-serif;color:#2a1425;background:#fffcf7",
  number: 'font-size:22px',
  quote: {
    rtl: 'margin:0;padding:0 16px;border-right:4px solid #d8c4a6',
    ltr: 'margin:0;padding:0 16px;border-left:4px solid #d8c4a6',
  },
  link: 'color:#6a1b57;font-weight:bold',
} as const

function asHtml(subject: string, parts: readonly MailPart[], locale: Locale): string {
  const direction = locale === 'ar' ? 'rtl' : 'ltr'
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'paragraph':
        return `<p>${escapeHtml(part.text)}</p>`
      case 'number':
        return `<p>${escapeHtml(part.term)}<br><b dir="ltr" style="${styles.number}">${escapeHtml(part.value)}</b></p>`
      case 'quote':
        return `<blockquote dir="auto" style="${styles.quote[direction]}">${escapeHtml(part.text).replace(/\n/g, '<br>')}</blockquote>`
      default:
        return `<p><a href="${escapeHtml(part.url)}" style="${styles.link}">${escapeHtml(part.label)}</a></p>`
    }
  })
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head><body style="${styles.body}">${body.join('')}</body></html>`
}

/** A mail of these parts, one under the other. */
export const composeMail = (
  { subject, senderName }: Pick<MailText, 'subject' | 'senderName'>,
  parts: readonly MailPart[],
  locale: Locale,
): MailText => ({
  senderName,
  subject,
  text: asText(parts),
  html: asHtml(subject, parts, locale),
})
