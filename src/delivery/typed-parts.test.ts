import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WORDS_BYTES } from './body-budget'
import { parseMultipart } from './multipart'
import { TypedParts } from './typed-parts'

const part = (name: string, value: string | Buffer, filename?: string) =>
  Buffer.concat([
    Buffer.from(
      `--b\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
const whole = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('--b--\r\n')])

const read = (...chunks: Buffer[]) => {
  const typed = new TypedParts('b')
  for (const chunk of chunks) typed.add(chunk)
  return typed.read().map(({ name, filename, value }) => ({ name, filename, value: value.toString() }))
}

describe('what was typed into a body that is not kept', () => {
  it('is read from before and after the files', () => {
    const body = whole(
      part('subject', 'سؤال'),
      part('file', Buffer.alloc(3_000_000, '\r\n--'), 'a.jpg'),
      part('name', 'نورة'),
    )
    expect(read(body)).toEqual([
      { name: 'subject', filename: null, value: 'سؤال' },
      { name: 'file', filename: 'a.jpg', value: '' },
      { name: 'name', filename: null, value: 'نورة' },
    ])
  })

  it('is the same however the network cuts the body', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r\n', '\r\n--', '\r\n--b', '--b--', ''))
    const bodies = fc.array(fc.tuple(fc.constantFrom('a', 'b'), value, fc.boolean()), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(bodies, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (fields, cuts) => {
        const body = whole(...fields.map(([name, text, isFile]) => part(name, text, isFile ? 'f' : undefined)))
        const chunks: Buffer[] = []
        for (let start = 0, index = 0; start < body.byteLength; index += 1) {
          const end = start + (cuts[index % cuts.length] ?? 1)
          chunks.push(body.subarray(start, end))
          start = end
        }
        const expected = parseMultipart(body, 'b')?.map(({ name, filename, value: bytes }) => ({
          name,
          filename,
          value: filename === null ? bytes.toString() : '',
        }))
        // A value that looks like the end of a part leaves no whole body.
        fc.pre(expected !== undefined)
        expect(read(...chunks)).toEqual(expected)
      }),
    )
  })

  it('is given as far as it came', () => {
    expect(
      read(
        part('subject', 'سؤال'),
        Buffer.from('--b\r\nContent-Disposition: form-data; name="message"\r\n\r\nhalf a sen'),
      ),
    ).toEqual([
      { name: 'subject', filename: null, value: 'سؤال' },
      { name: 'message', filename: null, value: 'half a sen' },
    ])
  })

  it('never takes more memory than words may', () => {
    const typed = new TypedParts('b')
    for (let sent = 0; sent < 20; sent += 1) typed.add(part('message', 'x'.repeat(50_000)))
    expect(typed.read().reduce((bytes, { value }) => bytes + value.byteLength, 0)).toBeLessThanOrEqual(WORDS_BYTES)
  })

  it.each([
    ['no body', ''],
    ['another boundary', '--c\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--c--'],
    ['a part without a name', '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--'],
    ['a head without an end', `--b\r\n${'h'.repeat(20_000)}`],
  ])('is nothing in %s', (_, body) => {
    expect(read(Buffer.from(body))).toEqual([])
  })
})
