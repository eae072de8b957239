import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { currentActionFields, fillForm } from './forms'
import { boundaryOf, parseMultipart, writeMultipart } from './multipart'

/** The bytes that a browser would send. */
async function browserBody(form: FormData): Promise<{ body: Buffer; boundary: string }> {
  const request = new Request('http://site.example/', { method: 'POST', body: form })
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  if (!boundary) throw new Error('no boundary')
  return { body: Buffer.from(await request.arrayBuffer()), boundary }
}

const oldId = `40${'a'.repeat(40)}`
const newId = `40${'b'.repeat(40)}`
const picture = randomBytes(300_000)

function oldForm(): FormData {
  const form = new FormData()
  form.set('$ACTION_REF_1', '')
  form.set('$ACTION_1:0', `{"id":"${oldId}","bound":"$@1"}`)
  form.set('$ACTION_1:1', '[{"status":"old"}]')
  form.set('$ACTION_KEY', 'kold')
  form.set('subject', 'سؤال "مهم"')
  form.set('message', '\r\nسطر\r\nسطر')
  form.append('channel', 'phone')
  form.append('channel', 'email')
  form.set('kind', 'complaint')
  form.set('attachment', new File([picture], 'صورة "1".png', { type: 'image/png' }))
  return form
}

const page = (action = '') => `<!DOCTYPE html><html lang="ar"><head></head><body>
<form action="/ar/search"><input name="subject"></form>
<form method="post"><input type="hidden" name="$ACTION_REF_2"><input type="hidden" name="$ACTION_2:0" value="{&quot;id&quot;:&quot;other&quot;}"><input name="reference"></form>
<form method="post" enctype="multipart/form-data"${action}>
<input type="hidden" name="$ACTION_REF_1"><input type="hidden" name="$ACTION_1:0" value='{"id":"${newId}","bound":"$@1"}'>
<input type="hidden" name="$ACTION_1:1" value="[{&quot;status&quot;:&quot;new&quot;}]"><input type="hidden" name="$ACTION_KEY" value="knew">
<input type="hidden" name="shown" value="now"><input name="subject" autofocus><textarea name="message"></textarea>
<input type="checkbox" name="channel" value="phone"><input type="checkbox" name="channel" value="email"><input type="checkbox" name="channel" value="sms" checked>
<input type="radio" name="kind" value="question" checked><input type="radio" name="kind" value="complaint">
<select name="service"><option value="">-</option><option value="meeting">m</option></select>
<input type="file" name="attachment"><button>x</button></form></body></html>`

describe('multipart', () => {
  it.each([
    ['multipart/form-data; boundary=----WebKitFormBoundaryAbC', '----WebKitFormBoundaryAbC'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['application/x-www-form-urlencoded', null],
    ['multipart/form-data', null],
    [undefined, null],
  ])('boundary of %s', (contentType, expected) => {
    expect(boundaryOf(contentType)).toBe(expected)
  })

  it('reads names, files and values as they were sent', async () => {
    const { body, boundary } = await browserBody(oldForm())
    const parts = parseMultipart(body, boundary)
    const file = parts?.find(({ name }) => name === 'attachment')
    expect(parts?.find(({ name }) => name === 'subject')?.value.toString()).toBe('سؤال "مهم"')
    expect(file?.filename).toBe('صورة "1".png')
    expect(file?.value.equals(picture)).toBe(true)
  })

  it('writes back the bytes it read', async () => {
    const { body, boundary } = await browserBody(oldForm())
    expect(writeMultipart([], parseMultipart(body, boundary) ?? [], boundary).equals(body)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['another boundary', '--other\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--other--\r\n'],
    ['a body that was cut', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
    ['a part without a name', '--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--\r\n'],
    ['no end', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b'],
  ])('refuses %s', (_, body) => {
    expect(parseMultipart(Buffer.from(body), 'b')).toBeNull()
  })
})

describe('a form that was opened before an upgrade', () => {
  it('is sent with the action fields of the page as it is now, everything else untouched', async () => {
    const { body, boundary } = await browserBody(oldForm())
    const parts = parseMultipart(body, boundary) ?? []
    const fields = currentActionFields(page(), parts) ?? []
    const swapped = writeMultipart(
      fields,
      parts.filter(({ name }) => !name.startsWith('$ACTION_')),
      boundary,
    )
    const read = await new Response(new Uint8Array(swapped), {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    }).formData()
    expect(read.get('$ACTION_1:0')).toBe(`{"id":"${newId}","bound":"$@1"}`)
    expect(read.get('$ACTION_1:1')).toBe('[{"status":"new"}]')
    expect(read.getAll('$ACTION_KEY')).toEqual(['knew'])
    expect([...read.keys()].filter((name) => name.startsWith('$ACTION_REF_'))).toEqual(['$ACTION_REF_1'])
    expect(read.get('subject')).toBe('سؤال "مهم"')
    expect(read.get('message')).toBe('\r\nسطر\r\nسطر')
    expect(read.getAll('channel')).toEqual(['phone', 'email'])
    const file = read.get('attachment')
    if (!(file instanceof File)) throw new Error('the file was lost')
    expect(Buffer.from(await file.arrayBuffer()).equals(picture)).toBe(true)
    expect(file.type).toBe('image/png')
  })

  it('finds no fields on a page without such a form', async () => {
    const { body, boundary } = await browserBody(oldForm())
    const parts = parseMultipart(body, boundary) ?? []
    expect(currentActionFields('<html><body><form><input name="subject"></form></body></html>', parts)).toBeNull()
  })
})

describe('a form that could not be sent', () => {
  it('comes back with everything typed and a notice that takes the focus', async () => {
    const { body, boundary } = await browserBody(oldForm())
    const notice = { title: 'تعذر الإرسال', text: 'كل ما كُتب محفوظ' }
    const filled = fillForm(page(), parseMultipart(body, boundary) ?? [], notice) ?? ''
    expect(filled).toContain('name="subject" value="سؤال &quot;مهم&quot;"')
    // The parser drops one line break; what the person typed still starts with theirs.
    expect(filled).toMatch(/<textarea name="message">\n\nسطر\nسطر</)
    expect(filled).toContain('value="phone" checked=""')
    expect(filled).toContain('value="email" checked=""')
    expect(filled).not.toContain('value="sms" checked')
    expect(filled).toContain('value="complaint" checked=""')
    expect(filled).not.toContain('value="question" checked')
    expect(filled).toContain('name="shown" value="now"')
    expect(filled).toContain(newId)
    expect(filled).not.toContain(oldId)
    expect(filled.match(/autofocus/g)).toHaveLength(1)
    expect(filled).toContain('<h2 id="delivery-notice-title">تعذر الإرسال</h2><p>كل ما كُتب محفوظ</p>')
    expect(filled.indexOf('delivery-notice')).toBeGreaterThan(filled.indexOf('enctype='))
  })

  it('keeps its own key and the files that it showed as kept, so that sent again it is the same submission', async () => {
    const form = new FormData()
    form.set('subject', 'x')
    form.set('submissionKey', 'the-key-of-the-form')
    form.set('kept', 'one two')
    form.set('shown', 'then')
    const { body, boundary } = await browserBody(form)
    const hidden = '<input type="hidden" name="submissionKey" value=""><input type="hidden" name="kept" value="">'
    const now = page().replace('<input type="file"', `${hidden}<input type="file"`)
    const filled = fillForm(now, parseMultipart(body, boundary) ?? [], { title: 't', text: 'x' }) ?? ''
    expect(filled).toContain('name="submissionKey" value="the-key-of-the-form"')
    expect(filled).toContain('name="kept" value="one two"')
    expect(filled).toContain('name="shown" value="now"')
  })

  it('never lets what was typed become markup', async () => {
    const form = new FormData()
    form.set('subject', '"><script>alert(1)</script>')
    form.set('message', '</textarea><script>alert(1)</script>')
    const { body, boundary } = await browserBody(form)
    const filled = fillForm(page(), parseMultipart(body, boundary) ?? [], { title: 't', text: 'x' }) ?? ''
    expect(filled).not.toContain('<script')
  })
})
