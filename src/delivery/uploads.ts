import type { IncomingMessage, ServerResponse } from 'node:http'
import send from 'send'
import { contentTypeOf } from '@/delivery/content-type'
import { cacheControl, type Header } from '@/delivery/headers'
import { contentDisposition } from '@/platform/file-name'
import { logger } from '@/platform/logger'

/** What a browser may show in place; everything else is downloaded. */
const shownInPlace = new Set(['image/avif', 'image/gif', 'image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

/**
 * Sends an upload that staff published, straight from disk, or the range of it that is asked for.
 * @param encodedName one segment of the address, still percent-encoded
 * @returns the status sent, or null when there is no such file
 */
export function sendUpload(
  req: IncomingMessage,
  res: ServerResponse,
  { directory, encodedName, headers }: { directory: string; encodedName: string; headers: readonly Header[] },
): Promise<number | null> {
  const name = uploadName(encodedName)
  if (name === null) return Promise.resolve(null)
  const type = contentTypeOf(name)
  return new Promise((resolve) => {
    const stream = send(req, encodeURIComponent(name), {
      root: directory,
      dotfiles: 'ignore',
      index: false,
      lastModified: false,
      cacheControl: false,
    })
    stream.on('headers', (_res, _path, { size, mtimeMs }) => {
      // Strong, where send would make a weak one: If-Range takes no other.
      res.setHeader('ETag', `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`)
      res.setHeader('Cache-Control', cacheControl.revalidate)
      res.setHeader('Content-Type', type)
      res.setHeader('Content-Disposition', contentDisposition(shownInPlace.has(type) ? 'inline' : 'attachment', name))
      for (const [header, value] of headers) res.setHeader(header, value)
    })
    // A strong comparison (RFC 9110, 13.1.5); send looks for the tag anywhere in the header.
    const ifRange = req.headers['if-range']
    stream.isRangeFresh = () => ifRange === undefined || ifRange === res.getHeader('ETag')
    stream.on('directory', () => resolve(null))
    stream.on('error', (error: Error & { status?: number }) => {
      const { status = 500 } = error
      if (res.headersSent) res.destroy()
      else if (status === 412 || status === 416) {
        for (const header of ['Content-Type', 'Content-Disposition']) res.removeHeader(header)
        res.writeHead(status, { 'Content-Length': 0 }).end()
      } else {
        if (status >= 500) logger.error({ err: error }, 'an upload could not be read')
        resolve(null)
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
