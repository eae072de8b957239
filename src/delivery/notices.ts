import type { Notice } from '@/delivery/forms'
import { direction, type Locale, locales } from '@/i18n/routing'
import { translator } from '@/i18n/translator'

const noticeKinds = ['too-large', 'busy'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Pages of the site that must be in the cache before they are needed. */
export const fallbackKinds = [...noticeKinds, 'not-found', 'failed'] as const
export type FallbackKind = (typeof fallbackKinds)[number]

export const fallbackStatus: Record<FallbackKind, number> = {
  'too-large': 413,
  busy: 503,
  'not-found': 404,
  failed: 500,
}

/** The notice at `/[locale]/notice/<kind>`, with its status. */
export function noticeOf(kind: string): { kind: NoticeKind; status: number } | null {
  const known = noticeKinds.find((candidate) => candidate === kind)
  return known ? { kind: known, status: fallbackStatus[known] } : null
}

/** Where the fallback pages of a language are. */
export const fallbackPages = (locale: Locale): Record<FallbackKind, string> => ({
  'too-large': `/${locale}/notice/too-large`,
  busy: `/${locale}/notice/busy`,
  'not-found': `/${locale}/404`,
  failed: `/${locale}/error-500`,
})

/** Why a form comes back instead of being taken, and the status it comes back with. */
export const formStatus = {
  unavailable: 503,
  outdated: 409,
  /** Sent from a page of another site. */
  foreign: 409,
  busy: 503,
  tooLarge: 413,
  slow: 408,
} as const
export type NotAcceptedReason = keyof typeof formStatus

/** What a form says when it comes back because it could not be taken. */
export function formNotice(locale: Locale, reason: NotAcceptedReason | 'typed'): Notice {
  const t = translator('delivery', locale)
  switch (reason) {
    case 'unavailable':
    case 'outdated':
    case 'foreign':
    case 'typed':
      return { title: t(`${reason}.title`), text: t(`${reason}.text`) }
    case 'busy':
      return { title: t('formBusy.title'), text: t('formBusy.text') }
    case 'tooLarge':
      return { title: t('formTooLarge.title'), text: t('formTooLarge.text') }
    case 'slow':
      return { title: t('formSlow.title'), text: t('formSlow.text') }
  }
}

/** The page when not even a fallback page can be had: both languages, no styles, no data. */
export function bareNotice(first: Locale, reason: 'failed' | 'busy' | 'tooLarge'): string {
  const texts = [...locales]
    .sort((left) => (left === first ? -1 : 1))
    .map((locale) => {
      const t = translator('delivery', locale)
      const [title, text] =
        reason === 'failed'
          ? [t('failed.title'), t('failed.text')]
          : reason === 'busy'
            ? [t('busy.title'), t('busy.text')]
            : [t('tooLarge.title'), t('tooLarge.text')]
      const body = `<div lang="${locale}" dir="${direction(locale)}"><h1>${title}</h1><p>${text}</p></div>`
      return { title, body }
    })
  return `<!DOCTYPE html><html lang="${first}" dir="${direction(first)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts[0]?.title}</title></head><body>${texts.map(({ body }) => body).join('<hr>')}</body></html>`
}
