import { boundaryOf, parseMultipart, type TypedPart } from '@/delivery/multipart'

/**
 * React encodes the arguments of a Server Action as JSON, and the panel its documents. What is not
 * JSON, or no form, is refused here: who reads it next would call it a failure of the server.
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

/** Whether a REST body matches its content type. Other types are not checked here. */
export function isReadableBody(contentType: string | undefined, body: Buffer): boolean {
  if (body.byteLength === 0) return true
  if (/^application\/json\b/i.test(contentType ?? '')) return parsed(body.toString('utf8')) !== null
  if (!/^multipart\//i.test(contentType ?? '')) return true
  const boundary = boundaryOf(contentType)
  const parts = boundary === null ? null : parseMultipart(body, boundary)
  // The panel sends a document in one field.
  return parts?.every(({ name, value }) => name !== '_payload' || parsed(value.toString('utf8')) !== null) ?? false
}
