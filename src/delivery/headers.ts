import type { ServerResponse } from 'node:http'

/** A name and its value, as they are sent. */
export type Header = readonly [name: string, value: string]

export interface HeaderSets {
  /** On every public page. */
  page: readonly Header[]
  /** On files of the site: scripts, styles, fonts, icons. */
  asset: readonly Header[]
  /** On uploads that staff published: never a document of this origin. */
  upload: readonly Header[]
  /** On the panel and the API, which Next answers: only what holds for any application. */
  panel: readonly Header[]
}

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const common: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  // Not `no-referrer`: with it browsers send `Origin: null` with a form, and the action is refused.
  ['Referrer-Policy', 'same-origin'],
]

/** @param siteUrl the address visitors use; behind TLS it turns HSTS on */
export function headerSets(siteUrl: string): HeaderSets {
  const transport: readonly Header[] = siteUrl.startsWith('https:')
    ? [['Strict-Transport-Security', 'max-age=31536000']]
    : []
  return {
    page: [
      ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
      ...common,
      ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ...transport,
    ],
    asset: [...common, ...transport],
    upload: [['Content-Security-Policy', "default-src 'none'; sandbox"], ...common, ...transport],
    panel: [
      ['Content-Security-Policy', "frame-ancestors 'self'; base-uri 'self'; object-src 'none'"],
      ...common,
      ['X-Robots-Tag', 'noindex, nofollow'],
      ...transport,
    ],
  }
}

export const cacheControl = {
  /** Kept by browsers and proxies, asked about at every use. */
  revalidate: 'public, max-age=0, must-revalidate',
  /** For files whose name changes with their content. */
  immutable: 'public, max-age=31536000, immutable',
  /** For answers that depend on the request or are private. */
  private: 'private, no-store',
  /**
   * For the answer to a form: the person's own browser keeps it for going back. With `no-store`
   * Chromium shows an error page of its own instead (ERR_CACHE_MISS), and what was typed is gone.
   */
  answeredForm: 'private, no-cache',
} as const

/**
 * Headers added to answers of Next and Payload where they set none of their own: a download
 * keeps its sandbox. Set beforehand they would win, because Next adds no header that is there already.
 */
export function setWhereUnsaid(res: ServerResponse, headers: readonly Header[]): void {
  const writeHead = res.writeHead
  // Node calls it for every answer, also where a handler never does.
  res.writeHead = function writeWithDefaults(this: ServerResponse, ...given: unknown[]) {
    for (const [name, value] of headers) if (!res.hasHeader(name)) res.setHeader(name, value)
    return Reflect.apply(writeHead, this, given)
  } as ServerResponse['writeHead']
}
