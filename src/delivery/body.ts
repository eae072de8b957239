import type { IncomingMessage } from 'node:http'

const MB = 1024 * 1024

/** Three attachments of 5 MB each, and the text around them; next.config.mjs says the same. */
const FORM_BYTES = 16 * MB
const UPLOAD_BYTES = 15 * MB + 64 * 1024
const DOCUMENT_BYTES = 4 * MB
const JSON_BYTES = 1 * MB

/** How large a request's body may be, in bytes. */
export function bodyLimit(path: string, contentType: string | undefined): number {
  const isMultipart = /^multipart\/form-data\b/i.test(contentType ?? '')
  if (/^\/api\/media(\/|$)/.test(path) && isMultipart) return UPLOAD_BYTES
  // The panel saves documents as multipart, with the whole text in one field.
  if (/^\/api(\/|$)/.test(path)) return isMultipart ? DOCUMENT_BYTES : JSON_BYTES
  return FORM_BYTES
}

export type DeclaredLength =
  | { kind: 'none' }
  | { kind: 'known'; bytes: number }
  | { kind: 'chunked' }
  | { kind: 'wrong' }

/** What the headers say about the body. */
export function declaredLength({ headers }: Pick<IncomingMessage, 'headers'>): DeclaredLength {
  if (headers['transfer-encoding'] !== undefined) return { kind: 'chunked' }
  const length = headers['content-length']
  if (length === undefined) return { kind: 'none' }
  return /^\d{1,15}$/.test(length) ? { kind: 'known', bytes: Number(length) } : { kind: 'wrong' }
}

/** How much more of a refused body is read, so that the browser gets to see the answer. */
export const DRAINED_BYTES = 64 * MB
const DRAINED_MS = 20_000

/**
 * Lets a refused body run into nothing. A connection that is cut while the browser still sends
 * shows the person a browser error instead of our page.
 */
export function drainBody(req: IncomingMessage): void {
  let bytes = 0
  const stop = () => req.destroy()
  const timer = setTimeout(stop, DRAINED_MS)
  timer.unref()
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes > DRAINED_BYTES) stop()
  })
  req.on('close', () => clearTimeout(timer))
  req.on('end', () => clearTimeout(timer))
  req.on('error', () => undefined)
  req.resume()
}
