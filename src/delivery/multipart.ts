/** What a part of a multipart/form-data body (RFC 7578) says. */
export interface TypedPart {
  name: string
  /** Null for a text field; a file that was not chosen has an empty name. */
  filename: string | null
  value: Buffer
}

/** One part of a whole body, without copying its bytes. */
export interface Part extends TypedPart {
  /** The part as it came: headers, blank line and value. */
  raw: Buffer
}

/** The boundary named by a Content-Type, or null when it is not a form with files. */
export function boundaryOf(contentType: string | undefined): string | null {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

/** Browsers escape these three in names and nothing else (HTML, "multipart/form-data encoding algorithm"). */
const unescapeName = (name: string): string =>
  name.replace(/%22|%0D|%0A/gi, (code) => decodeURIComponent(code.toUpperCase()))
const escapeName = (name: string): string => name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign))

const parameter = (header: string, name: string): string | null => {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header)
  return found?.[1] === undefined ? null : unescapeName(found[1])
}

/** What the head of a part says, or null when it says nothing. */
export function readPartHead(head: string): Pick<TypedPart, 'name' | 'filename'> | null {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const name = parameter(disposition, 'name')
  return name === null ? null : { name, filename: parameter(disposition, 'filename') }
}

/** The parts of a body, or null when it is not well formed. */
export function parseMultipart(body: Buffer, boundary: string): Part[] | null {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const opening = delimiter.subarray(2)
  if (!body.subarray(0, opening.byteLength).equals(opening)) return null
  const parts: Part[] = []
  let position = opening.byteLength
  while (body.toString('latin1', position, position + 2) === '\r\n') {
    const start = position + 2
    const headEnd = body.indexOf('\r\n\r\n', start)
    if (headEnd === -1 || body.subarray(start, headEnd).includes(delimiter)) return null
    const end = body.indexOf(delimiter, headEnd + 4)
    if (end === -1) return null
    const head = readPartHead(body.toString('utf8', start, headEnd))
    if (head === null) return null
    parts.push({
      ...head,
      value: body.subarray(headEnd + 4, end),
      raw: body.subarray(start, end),
    })
    position = end + delimiter.byteLength
  }
  return body.toString('latin1', position, position + 2) === '--' ? parts : null
}

/** A body of the parts' own bytes, with text fields before them. */
export function writeMultipart(
  fields: readonly (readonly [name: string, value: string])[],
  parts: readonly Part[],
  boundary: string,
): Buffer {
  const opening = Buffer.from(`--${boundary}\r\n`)
  const end = Buffer.from('\r\n')
  return Buffer.concat([
    ...fields.flatMap(([name, value]) => [
      opening,
      Buffer.from(`Content-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n${value}\r\n`),
    ]),
    ...parts.flatMap(({ raw }) => [opening, raw, end]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}
