import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import Negotiator from 'negotiator'
import type { Header } from '@/delivery/headers'

/** What is to be sent, before it has been made ready. */
export interface Content {
  status: number
  contentType: string
  body: Buffer
  /** Besides the type, the length, the encoding and the tag. */
  headers: readonly Header[]
}

/** The compressed forms that are smaller than the plain one. */
export interface Compressed {
  br: Buffer | null
  gzip: Buffer | null
}

interface Variant {
  body: Buffer
  etag: string
  /** Names and values in one row, as `writeHead` takes them without copying. */
  headers: string[]
  notModified: string[]
}

/** Finished bytes with finished headers: to send it, nothing is left to compute. */
export interface Answer {
  status: number
  plain: Variant
  br: Variant
  gzip: Variant
  /** Bytes in memory. */
  size: number
  /** The pattern of its address, for the log; set when it is first sent. */
  route?: string
}

type Encoding = 'br' | 'gzip' | 'plain'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Under this many bytes the headers weigh more than what compression saves. */
const WORTH_COMPRESSING = 512

const isCompressible = (contentType: string): boolean =>
  /^(text\/|application\/(json|manifest\+json|javascript|ld\+json|xml|rss\+xml|atom\+xml)|image\/svg)/.test(contentType)

const isWorthCompressing = (body: Buffer, contentType: string): boolean =>
  isCompressible(contentType) && body.byteLength >= WORTH_COMPRESSING

/**
 * Compresses on zlib's own threads.
 * @param quality brotli's, 0 to 11
 * @param wanted the forms that will be sent; both unless it is known
 */
export async function compress(
  body: Buffer,
  contentType: string,
  quality: number,
  wanted: readonly Encoding[] = ['br', 'gzip'],
): Promise<Compressed> {
  if (!isWorthCompressing(body, contentType)) return { br: null, gzip: null }
  const params = {
    [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
    [zlib.BROTLI_PARAM_QUALITY]: quality,
    [zlib.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  }
  const [br, gz] = await Promise.all([
    wanted.includes('br') ? brotli(body, { params }) : null,
    wanted.includes('gzip') ? deflate(body, { level: 9 }) : null,
  ])
  const ifSmaller = (bytes: Buffer | null) => (bytes && bytes.byteLength < body.byteLength ? bytes : null)
  return { br: ifSmaller(br), gzip: ifSmaller(gz) }
}

/** A strong tag: it names these bytes in this encoding and no others (RFC 9110, 8.8.3). */
const strongTag = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 27)

/** Makes content ready to be sent any number of times. */
export function prepareAnswer(content: Content, { br, gzip: gz }: Compressed): Answer {
  // Another client would have been given another form, made or not.
  const isVaried = br !== null || gz !== null || isWorthCompressing(content.body, content.contentType)
  const variant = (encoding: Encoding, body: Buffer): Variant => {
    const etag = `"${strongTag(body)}"`
    const validators = ['ETag', etag, ...(isVaried ? ['Vary', 'Accept-Encoding'] : [])]
    const extra = content.headers.flat()
    return {
      body,
      etag,
      headers: [
        'Content-Type',
        content.contentType,
        'Content-Length',
        String(body.byteLength),
        ...(encoding === 'plain' ? [] : ['Content-Encoding', encoding]),
        ...validators,
        ...extra,
      ],
      notModified: [...validators, ...extra],
    }
  }
  const plain = variant('plain', content.body)
  return {
    status: content.status,
    plain,
    br: br ? variant('br', br) : plain,
    gzip: gz ? variant('gzip', gz) : plain,
    size: content.body.byteLength + (br?.byteLength ?? 0) + (gz?.byteLength ?? 0),
  }
}

const preferences = new Map<string, Encoding>()
const REMEMBERED_PREFERENCES = 200

/** The encoding a client wants; browsers send a handful of different headers, so each is read once. */
export function preferredEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'plain'
  let encoding = preferences.get(acceptEncoding)
  if (encoding === undefined) {
    const asked = { headers: { 'accept-encoding': acceptEncoding } }
    // The types are of an older version, without the order that settles ties.
    const negotiator = new Negotiator(asked) as Negotiator & {
      encodings(available: string[], options: { preferred: string[] }): string[]
    }
    const [first] = negotiator.encodings(['br', 'gzip', 'identity'], { preferred: ['br', 'gzip'] })
    encoding = first === 'br' || first === 'gzip' ? first : 'plain'
    if (preferences.size < REMEMBERED_PREFERENCES) preferences.set(acceptEncoding, encoding)
  }
  return encoding
}

/** If-None-Match compares weakly, and any encoding of the same answer will do (RFC 9110, 13.1.2). */
function isKnown(ifNoneMatch: string, { plain, br, gzip: gz }: Answer): boolean {
  if (ifNoneMatch === '*') return true
  return ifNoneMatch.split(',').some((given) => {
    const etag = given.trim().replace(/^W\//, '')
    return etag === br.etag || etag === gz.etag || etag === plain.etag
  })
}

/**
 * Answers a GET or HEAD.
 * @returns the status that was sent
 */
export function sendAnswer(req: IncomingMessage, res: ServerResponse, answer: Answer): number {
  const { headers } = req
  const variant = answer[preferredEncoding(headers['accept-encoding'] as string | undefined)]
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined && answer.status === 200) {
    if (ifNoneMatch === variant.etag || isKnown(ifNoneMatch, answer)) {
      res.writeHead(304, variant.notModified)
      res.end()
      return 304
    }
  }
  res.writeHead(answer.status, variant.headers)
  if (req.method === 'HEAD') res.end()
  else res.end(variant.body)
  return answer.status
}
