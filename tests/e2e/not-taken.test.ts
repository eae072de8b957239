import { describe, expect, inject, it } from 'vitest'
import { something } from './setup/contact-form'
import { anonymousQuestion, formWith, post, wordsOf } from './setup/form'

describe('what could not be taken', () => {
  const url = (path: string) => `${inject('siteUrl')}${path}`
  const form = async (path: string, field: string) => formWith(await (await fetch(url(path))).text(), field, url(path))

  it.each<[string, string, string, Record<string, string>, number]>([
    ['an inquiry with errors', '/ar/contact', 'message', { message: 'كلمة' }, 422],
    ['an inquiry from a machine', '/en/contact', 'message', { ...anonymousQuestion('x'), website: 'http://x' }, 422],
    ['an evaluation without an answer', '/ar/evaluate', 'survey', {}, 422],
    ['numbers that are not whole', '/ar/track', 'reference', { reference: '1', code: '2' }, 422],
    ['numbers that belong to nothing', '/en/track', 'reference', { reference: '000000003', code: '0'.repeat(12) }, 422],
  ])('is answered with a status that says so: %s', async (_, path, field, values, expected) => {
    const answer = await post(await form(path, field), values)
    expect(answer.status).toBe(expected)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  })

  it('comes back on the general form when its service was withdrawn meanwhile', async () => {
    const { fields } = await form('/ar/contact', 'message')
    const gone = { action: url('/ar/contact/withdrawn-service'), fields }
    const message = something()
    const answer = await post(gone, { ...anonymousQuestion('عن خدمة'), message, service: 'withdrawn-service' })
    const text = await answer.text()
    expect([422, 409]).toContain(answer.status)
    expect(text).toMatch(new RegExp(`<textarea[^>]*name="message"[^>]*>${message}</textarea>`))
  })

  it('of a reply whose link has run out comes back to be copied', async () => {
    const page = url('/ar/track/an-altered-token')
    const text = await (await fetch(page)).text()
    expect(wordsOf(text)).toContain('انتهت صلاحية هذا الرابط')
    const receipt = await post(await form('/ar/contact', 'message'), anonymousQuestion(something()))
    const shown = await (await fetch(url(String(receipt.headers.get('location'))))).text()
    const tracking = url(String(/href="(\/ar\/track\/[^"]+)"/.exec(shown)?.[1]))
    const replyForm = formWith(await (await fetch(tracking)).text(), 'reply', tracking)
    const expired = {
      action: page,
      fields: replyForm.fields.map(([name, value]): [string, string] =>
        ['token', 'replyToken'].includes(name) ? [name, 'an-altered-token'] : [name, value],
      ),
    }
    const words = something()
    const answer = await post(expired, { reply: words })
    expect(answer.status).toBe(409)
    const back = await answer.text()
    expect(back).toContain(words)
    expect(wordsOf(back)).toContain('انتهت صلاحية الرابط')
    // The reply's own token lets it be sent although the page can't be read any more.
    const late = {
      action: page,
      fields: replyForm.fields.map(([name, value]): [string, string] =>
        name === 'token' ? [name, 'an-altered-token'] : [name, value],
      ),
    }
    expect((await post(late, { reply: words })).status).toBe(303)
  })
})
