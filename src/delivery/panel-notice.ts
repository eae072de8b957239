import type { IncomingHttpHeaders } from 'node:http'
import { preferredLocale } from '@/i18n/preferred-locale'
import { direction, isLocale, type Locale, locales } from '@/i18n/routing'
import { translator } from '@/i18n/translator'

/** How soon the page asks again by itself, in seconds. */
const ASK_AGAIN = 5

// On its own: nothing of the panel can be had without the database. The colours are src/panel/ui/theme.css's.
const style =
  ':root{color-scheme:light dark;--ink:#2a1425;--quiet:#594150;--ground:#fffcf7;--card:#fff;--line:#d8c4a6;--mark:#6a1b57}' +
  '@media(prefers-color-scheme:dark){:root{--ink:#f8ecdc;--quiet:#d6c3c8;--ground:#1a1017;--card:#120a10;--line:#4a3443;--mark:#e8c2d3}}' +
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--ink);' +
  'font:1.0625rem/1.8 "IBM Plex Sans Arabic","IBM Plex Sans","Noto Sans Arabic","Geeza Pro",Tahoma,sans-serif}' +
  'main{box-sizing:border-box;width:min(34rem,100% - 2rem);margin:1rem;padding:2rem;background:var(--card);' +
  'border:1px solid var(--line);border-block-start:4px solid var(--mark);border-radius:4px}' +
  'h1,h2{margin:0 0 .25rem;font-size:1.375rem;line-height:1.5}h2{font-size:1.0625rem}p{margin:0}' +
  'section+section{margin-block-start:1.5rem;padding-block-start:1.5rem;border-block-start:1px solid var(--line);color:var(--quiet)}'

/** The language of the panel is a setting of the person, kept in a cookie of Payload's. */
export function panelLocaleOf(headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>): Locale {
  const chosen = /(?:^|;\s*)payload-lng=(\w+)/.exec(headers.cookie ?? '')?.[1]
  return chosen && isLocale(chosen) ? chosen : preferredLocale(headers['accept-language'])
}

/** What staff see instead of the panel while the database is away: in both languages, the asked one first. */
export function panelNotice(first: Locale): string {
  const texts = [...locales]
    .sort((left) => (left === first ? -1 : 1))
    .map((locale, index) => {
      const t = translator('delivery', locale)
      const heading = index === 0 ? 'h1' : 'h2'
      const title = t('panelAway.title')
      const body = `<section lang="${locale}" dir="${direction(locale)}"><${heading}>${title}</${heading}><p>${t('panelAway.text')}</p></section>`
      return { title, body }
    })
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow">',
    `<meta http-equiv="refresh" content="${ASK_AGAIN}">`,
    `<title>${texts[0]?.title}</title>`,
    `<style>${style}</style>`,
  ]
  return `<!DOCTYPE html><html lang="${first}" dir="${direction(first)}"><head>${head.join('')}</head><body><main>${texts.map(({ body }) => body).join('')}</main></body></html>`
}
