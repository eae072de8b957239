import path from 'node:path'
import { contentType } from 'mime-types'

/** The type of a file by the ending of its name; an unknown ending says nothing. */
export const contentTypeOf = (file: string): string => contentType(path.extname(file)) || 'application/octet-stream'
