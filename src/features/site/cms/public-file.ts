import { fileTypeFromBuffer } from 'file-type'

/** File types that may be published, by content. No SVG and no HTML, which can carry scripts. */
const accepted = {
  'image/jpeg': { extension: 'jpg', names: ['jpg', 'jpeg'] },
  'image/png': { extension: 'png', names: ['png'] },
  'image/webp': { extension: 'webp', names: ['webp'] },
  'application/pdf': { extension: 'pdf', names: ['pdf'] },
  'text/plain': { extension: 'txt', names: ['txt'] },
} as const

export type PublicMimeType = keyof typeof accepted

export const publicMimeTypes = Object.keys(accepted) as PublicMimeType[]

export type MediaError = 'kind' | 'mismatch' | 'empty'

export type CheckedFile =
  | { status: 'accepted'; mimeType: PublicMimeType; extension: string }
  | { status: 'refused'; error: MediaError }

const isAccepted = (mime: string): mime is PublicMimeType => mime in accepted

/** Text that a browser could sniff as HTML or SVG. */
const looksLikeMarkup = (text: string) =>
  /^\s*<(\?xml|!doctype|!--|[a-z])/i.test(text) || /<\s*(script|svg|html|iframe|body)\b/i.test(text)

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !text.includes('\u0000') && !looksLikeMarkup(text)
  } catch {
    return false
  }
}

/**
 * Determines a file's type by its content; refuses unaccepted types and names that contradict the content.
 * @param name the original name
 */
export async function publicFileType(bytes: Uint8Array, name: string): Promise<CheckedFile> {
  if (bytes.length === 0) return { status: 'refused', error: 'empty' }
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? (isPlainText(bytes) ? 'text/plain' : null)
  if (found === null || !isAccepted(found)) return { status: 'refused', error: 'kind' }
  const { extension, names } = accepted[found]
  const said = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (!names.some((known) => known === said)) return { status: 'refused', error: 'mismatch' }
  return { status: 'accepted', mimeType: found, extension }
}
