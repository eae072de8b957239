import { cleanLine } from '@/platform/typed-text'

/** File types that are stored or served, with their extensions; the first one is the default. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
  'image/webp': ['webp'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}
const known = new Set(Object.values(endings).flat())

/** The longest name in characters and bytes: file systems allow 255 bytes, including what a browser adds. */
const LONGEST = { characters: 110, bytes: 200 } as const

const endingOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name.slice(-6))?.[1]?.toLowerCase() ?? ''

/** Shortens text to a number of bytes without cutting a character. */
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
 * A safe file name for display and download: no path, no invisible characters, and the extension of its content type.
 * A wrong extension of a known type is replaced; any other, such as `.html` or `.exe`, stays inside the name, where
 * it has no effect.
 * @param contentType determined by content, not by name
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

/** The ASCII fallback for browsers without RFC 8187, with the right extension. */
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

/** RFC 8187, 3.2.1: `encodeURIComponent` leaves four characters that are not allowed. */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A Content-Disposition (RFC 6266) with a name in any script. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const clean = cleanLine(name) || 'file'
  return `${kind}; filename="${asciiName(clean)}"; filename*=UTF-8''${extended(clean)}`
}

/**
 * Headers of a download, which is never rendered as a document of this site.
 * @param contentType with its charset, where it has one
 */
export const downloadHeaders = (name: string, contentType: string): Record<string, string> => ({
  'Content-Type': contentType,
  'Content-Disposition': contentDisposition('attachment', name),
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
})
