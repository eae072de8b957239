import path from 'node:path'
import { contentType } from 'mime-types'

/** Where the list of registered types says less, or another name than browsers are used to. */
const own: Readonly<Record<string, string>> = {
  '.ico': 'image/x-icon',
  '.xml': 'application/xml; charset=utf-8',
}

/** The type of a file by the ending of its name; an unknown ending says nothing. */
export function contentTypeOf(file: string): string {
  const ending = path.extname(file).toLowerCase()
  if (Object.hasOwn(own, ending)) return own[ending] ?? ''
  return contentType(ending) || 'application/octet-stream'
}
