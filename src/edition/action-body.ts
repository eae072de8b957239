import { boundaryOf, parseMultipart, type TypedPart } from '@/edition/multipart'

/**
 * React encodes the arguments of a Server Action as JSON. What is not JSON is refused here: its
 * decoder would call it a failure of the server.
 */

const parsed = (text: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** Whether a body can be what a script of the panel calls the server with. */
export function isReadableCall(contentType: string | undefined, body: Buffer): boolean {
  const boundary = boundaryOf(contentType)
  if (boundary === null) return Array.isArray(parsed(body.toString('utf8'))?.value)
  const parts = parseMultipart(body, boundary)
  // A form that was sent before its script was there names its action in its own fields.
  if (parts?.some(({ name }) => /^\$ACTION_/.test(name))) return hasReadableAction(parts)
  const call = parts?.find(({ name }) => name === '0')
  return call !== undefined && Array.isArray(parsed(call.value.toString('utf8'))?.value)
}

/** Whether the fields in which a form names its action can be read. */
export function hasReadableAction(parts: readonly TypedPart[]): boolean {
  return parts.every(({ name, value }) => !/^\$ACTION_\d+:\d+$/.test(name) || parsed(value.toString('utf8')) !== null)
}
