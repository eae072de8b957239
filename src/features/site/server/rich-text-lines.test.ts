import { expect, it } from 'vitest'
import { richTextLines } from '@/features/site/server/rich-text-lines'
import type { Page } from '@/payload-types'
import { h2, p, quote, richText, ul } from '@/seed/rich-text'

it('gives each part of rich text a line of its own', () => {
  const body = richText(p('تقول السياسة:'), quote('قول'), h2('عنوان'), ul('**بند**', '[رابط](/privacy) وبعده'), p('نص'))
  expect(richTextLines(body as Page['body'])).toEqual(['تقول السياسة:', 'قول', 'عنوان', 'بند', 'رابط وبعده', 'نص'])
})

it('has none where nothing was written', () => expect(richTextLines(null)).toEqual([]))
