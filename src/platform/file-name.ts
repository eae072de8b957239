import { cleanLine } from '@/platform/typed-text'

/** Types of files that are kept or handed out, each with the endings that say so; the first is given where none fits. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'image/webp': ['webp'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
}
const known = new Set(Object.values(endings).flat())

/** Characters, and bytes: a disk takes 255 of them, with what a browser adds. */
const LONGEST = { characters: 110, bytes: 200 } as const

const endingOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name.slice(-6))?.[1]?.toLowerCase() ?? ''

/** As many of the first characters as fit, none cut in two. */
function fitting(text: string): string {
  let bytes = 0
  let fits = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > LONGEST.bytes || fits.length + character.length > LONGEST.characters) break
    fits += character
  }
  return fits
}

/**
 * What a file is called where it is shown and saved: no path, nothing unseen, and the ending of what
 * it is. A wrong ending is replaced where it names another kind of picture or paper; any other, such
 * as `.html` or `.exe`, is left inside the name, where it means nothing.
 * @param contentType found from the content, not from the name
 */
export function fileName(given: string, contentType: string): string {
  const plain = cleanLine((given.split(/[\\/]/).at(-1) ?? '').slice(-1000)).replace(/^\.+/, '')
  const said = endingOf(plain)
  const fits = endings[contentType] ?? []
  const isRight = fits.includes(said) || fits.length === 0
  const ending = isRight ? said : (fits[0] ?? '')
  const stem = isRight || known.has(said) ? plain.slice(0, plain.length - (said ? said.length + 1 : 0)) : plain
  const short = cleanLine(fitting(stem).replace(/\.+$/, '')) || 'file'
  return ending ? `${short}.${ending}` : short
}

/** What a browser without RFC 8187 saves: ASCII, with the right ending. */
function asciiName(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]+/g, '_')
    .replace(/["\\%;]/g, '_')
  const ending = endingOf(ascii)
  const stem = ending ? ascii.slice(0, -ending.length - 1) : ascii
  return /[a-z0-9]/i.test(stem) ? ascii : `file${ending && `.${ending}`}`
}

/** RFC 8187, 3.2.1: `encodeURIComponent` leaves four signs that belong to the grammar. */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A Content-Disposition (RFC 6266) whose name arrives as it is, in any script. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const clean = cleanLine(name) || 'file'
  return `${kind}; filename="${asciiName(clean)}"; filename*=UTF-8''${extended(clean)}`
}

/**
 * Headers of a file that somebody saves, whoever made it: a download, never a document of this site.
 * @param contentType with its charset, where it has one
 */
export const downloadHeaders = (name: string, contentType: string): Record<string, string> => ({
  'Content-Type': contentType,
  'Content-Disposition': contentDisposition('attachment', name),
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
})
