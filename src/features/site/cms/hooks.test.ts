import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { refuseHalfTranslatedPublication } from '@/features/site/cms/hooks'
import type { Page } from '@/payload-types'
import { p, richText } from '@/seed/rich-text'

const words = { title: 'عنوان', body: richText(p('كلام')) }
const root = (...children: unknown[]) => ({ root: { type: 'root', children } })
const text = (written: string) => ({ type: 'text', text: written })

/** Publishes this Arabic beside that English. */
async function publish(ar: object, en: object): Promise<unknown> {
  const req = {
    locale: 'ar',
    context: {},
    i18n: { language: 'en', fallbackLanguage: 'en', t: (key: string) => key },
    t: (key: string) => key,
    payload: { collections: {}, findByID: async () => en },
  } as unknown as PayloadRequest
  const given = { data: { ...ar, _status: 'published' }, originalDoc: { id: '1' }, operation: 'update', req }
  return await refuseHalfTranslatedPublication(
    given as unknown as Parameters<typeof refuseHalfTranslatedPublication>[0],
  )
}

describe('the publication of a page', () => {
  it('is taken with words in both languages', async () => {
    expect(await publish(words, words)).toMatchObject({ _status: 'published' })
    const heading = { ...words, body: root({ type: 'heading', tag: 'h2', children: [text('عنوان')] }) as Page['body'] }
    expect(await publish(heading, words)).toMatchObject({ _status: 'published' })
  })

  it.each([
    ['nothing', null],
    ['blanks', root({ type: 'paragraph', children: [text('  ')] })],
    ['line breaks', root({ type: 'paragraph', children: [{ type: 'linebreak' }] })],
    ['an empty heading', root({ type: 'heading', tag: 'h2', children: [] })],
    ['what is no node', root(null)],
  ])('is refused where the text holds %s, in either language', async (_what, body) => {
    await expect(publish({ ...words, body }, words)).rejects.toMatchObject({
      data: { errors: [{ path: 'body', message: expect.stringContaining('Arabic') }] },
    })
    await expect(publish(words, { ...words, body })).rejects.toMatchObject({
      data: { errors: [{ path: 'body', message: expect.stringContaining('English') }] },
    })
  })
})
