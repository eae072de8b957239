import type { ClientField } from 'payload'
import { describe, expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { isText, shownValue } from './shown-value'

const field = (rest: object) => ({ name: 'field', ...rest }) as unknown as ClientField
const status = field({
  type: 'select',
  options: [
    { value: 'draft', label: { ar: 'مسودة', en: 'Draft' } },
    { value: 'published', label: { ar: 'منشور', en: 'Published' } },
  ],
})
const day = '2021-02-25T12:00:00.000Z'

describe('what staff read of a value', () => {
  it.each<[string, unknown, ClientField, 'ar' | 'en', string]>([
    ['nothing', null, field({ type: 'text' }), 'ar', ''],
    ['a text as it is', 'نص', field({ type: 'text' }), 'ar', 'نص'],
    ['the name of an option', 'published', status, 'ar', 'منشور'],
    ['names of several options', ['draft', 'published'], status, 'en', 'Draft, Published'],
    ['a value that is no option any more', 'gone', status, 'en', 'gone'],
    ['yes', true, field({ type: 'checkbox' }), 'ar', 'نعم'],
    ['no', false, field({ type: 'checkbox' }), 'en', 'No'],
    ['a day', day, field({ type: 'date' }), 'en', 'Thursday 25 February 2021, 13 Rajab 1442'],
    [
      'a time',
      day,
      field({ type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } }),
      'en',
      'Thursday 25 February 2021, 13 Rajab 1442, 3:00 pm',
    ],
    [
      'both languages, each on its line',
      { ar: 'نعم', en: 'yes' },
      field({ type: 'text' }),
      'en',
      'Arabic: نعم\nEnglish: yes',
    ],
    ['no brackets of a value it does not know', { root: {} }, field({ type: 'json' }), 'en', ''],
    ['a number', 10, field({ type: 'number' }), 'ar', '10'],
  ])('%s', (_, value, of, locale, expected) => {
    expect(shownValue(value, of, { locale, t: translator('panel.values', locale) })).toBe(expected)
  })

  it('compares words in texts alone', () => {
    expect([isText({ type: 'text' }), isText({ type: 'textarea' }), isText({ type: 'select' })]).toEqual([
      true,
      true,
      false,
    ])
  })
})
