import { expect, it } from 'vitest'
import { richTextLines } from '@/features/site/server/rich-text-lines'
import { h2, p, quote, richText, ul } from '@/seed/rich-text'

it('gives each part of rich text a line of its own', () => {
  const body = richText(p('تقول السياسة:'), quote('قول'), h2('عنوان'), ul('**بند**', '[رابط](/privacy) وبعده'), p('نص'))
  expect(richTextLines(body)).toEqual(['تقول السياسة:', 'قول', 'عنوان', 'بند', 'رابط وبعده', 'نص'])
})

it('has the words of what it does not know, and of what is sound beside what is not', () => {
  const paragraph = {
    type: 'paragraph',
    children: [null, { type: 'toString', children: [{ type: 'text', text: 'نص' }] }],
  }
  expect(richTextLines({ root: { children: [null, { type: 'constructor', children: [paragraph] }] } })).toEqual(['نص'])
})

it.each([[null], [{}], [{ root: {} }]])('has none where nothing was written: %j', (body) =>
  expect(richTextLines(body)).toEqual([]),
)
