import type { Stats } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import send from 'send'
import { rangeWithin } from '@/delivery/byte-range'
import { contentTypeOf } from '@/delivery/content-type'
import { cacheControl, type Header } from '@/delivery/headers'
import { contentDisposition } from '@/platform/file-name'
import { logger } from '@/platform/logger'

/** What a browser may show in place; everything else is downloaded. */
const shownInPlace = new Set(['image/avif', 'image/gif', 'image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

/** Strong: If-Match and If-Range take no other. */
const tagOf = ({ size, mtimeMs }: Stats): string => `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`

const tagsIn = (header = ''): string[] => header.split(',').map((tag) => tag.trim())

/**
 * Sends an upload that staff published, straight from disk, or the range of it that is asked for.
 * @param encodedName one segment of the address, still percent-encoded
 * @returns the status sent, or null when there is no such file; then `res` has no header of it
 */
export function sendUpload(
  req: IncomingMessage,
  res: ServerResponse,
  { directory, encodedName, headers }: { directory: string; encodedName: string; headers: readonly Header[] },
): Promise<number | null> {
  const name = uploadName(encodedName)
  if (name === null) return Promise.resolve(null)
  const type = contentTypeOf(name)
  const setBefore = new Set(res.getHeaderNames())
  const removeHeaders = (names: readonly string[]) => names.forEach((header) => void res.removeHeader(header))
  const { range, 'if-match': ifMatch, 'if-none-match': ifNoneMatch, 'if-range': ifRange } = req.headers
  return new Promise((resolve) => {
    const asked: IncomingMessage = Object.create(req, { headers: { value: { ...req.headers } } })
    const stream = send(asked, encodeURIComponent(name), {
      root: directory,
      dotfiles: 'ignore',
      index: false,
      lastModified: false,
      cacheControl: false,
    })
    const answerNone = () => {
      removeHeaders(res.getHeaderNames().filter((header) => !setBefore.has(header)))
      resolve(null)
    }
    stream.on('headers', (_res, _path, stat) => {
      res.setHeader('ETag', tagOf(stat))
      res.setHeader('Cache-Control', cacheControl.revalidate)
      res.setHeader('Content-Type', type)
      res.setHeader('Content-Disposition', contentDisposition(shownInPlace.has(type) ? 'inline' : 'attachment', name))
      for (const [header, value] of headers) res.setHeader(header, value)
    })
    const sendFile = stream.send.bind(stream)
    stream.send = (file, stat) => {
      if (!stat?.isFile()) return answerNone()
      // Range is defined for GET alone (RFC 9110, 14.2), and If-Range compares strongly (13.1.5).
      const isRangeAsked = req.method === 'GET' && (ifRange === undefined || ifRange === tagOf(stat))
      asked.headers.range = (isRangeAsked && rangeWithin(range, stat.size)) || undefined
      sendFile(file, stat)
    }
    Object.assign(stream, {
      // Without Last-Modified, If-Unmodified-Since is ignored (13.1.4); If-Match compares strongly (13.1.1).
      isPreconditionFailure: () =>
        ifMatch !== undefined && !tagsIn(ifMatch).some((tag) => tag === '*' || tag === res.getHeader('ETag')),
      // The file is the same, whatever Cache-Control asks of caches.
      isFresh: () => tagsIn(ifNoneMatch).some((tag) => tag.replace(/^W\//, '') === res.getHeader('ETag')),
      // A 304 names none of what it doesn't send.
      removeContentHeaderFields: () => removeHeaders(['Accept-Ranges', 'Content-Disposition', 'Content-Type']),
    })
    stream.on('directory', answerNone)
    stream.on('error', (error: Error & { status?: number }) => {
      const { status = 500 } = error
      if (res.headersSent) res.destroy()
      else if (status === 412 || status === 416) {
        removeHeaders(['Content-Disposition', 'Content-Type'])
        res.writeHead(status, { 'Content-Length': 0 }).end()
      } else {
        if (status >= 500) logger.error({ err: error }, 'an upload could not be read')
        answerNone()
      }
    })
    res.once('close', () => resolve(res.statusCode))
    stream.pipe(res)
  })
}

/** A plain file name, or null for anything that could lead elsewhere. */
function uploadName(encodedName: string): string | null {
  try {
    const name = decodeURIComponent(encodedName)
    return name === '' || name.startsWith('.') || /[/\\\p{Cc}:]/u.test(name) ? null : name
  } catch {
    return null
  }
}
