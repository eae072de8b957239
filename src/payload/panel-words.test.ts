import { ar } from '@payloadcms/translations/languages/ar'
import { en } from '@payloadcms/translations/languages/en'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../../tests/setup/non-empty'
import { panelWordsInArabic, withoutVowelMarks } from './panel-words'

type Groups = Record<string, Record<string, string>>
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}|<\d>/g) ?? []).toSorted()

/** What each sentence reads in the Arabic panel: Payload's, unless it is ours. */
const shown = Object.entries(withoutVowelMarks(ar.translations) as unknown as Groups).flatMap(([group, words]) =>
  Object.entries(words).map(([key, text]) => {
    const own = (panelWordsInArabic as unknown as Groups)[group]?.[key]
    return { name: `${group}.${key}`, text: own ?? text, isOwn: own !== undefined }
  }),
)

describe('the Arabic of the panel', () => {
  it('replaces only sentences that Payload has', () => {
    const known = new Set(shown.map(({ name }) => name))
    const own = Object.entries(panelWordsInArabic as unknown as Groups).flatMap(([group, words]) =>
      Object.keys(words).map((key) => `${group}.${key}`),
    )
    expect(nonEmpty(own).filter((name) => !known.has(name))).toEqual([])
  })

  it('carries no vowel marks in the sentences that are Payload’s', () => {
    expect(nonEmpty(shown).filter(({ text, isOwn }) => !isOwn && /[\u064e-\u0652]/.test(text))).toEqual([])
  })

  it('says nothing that Payload does not put in', () => {
    const english = en.translations as unknown as Groups
    const unknown = shown.filter(({ name, text, isOwn }) => {
      const [group = '', key = ''] = name.split('.')
      const given = new Set(placeholders(english[group]?.[key] ?? ''))
      return isOwn && placeholders(text).some((placeholder) => !given.has(placeholder))
    })
    expect(unknown).toEqual([])
  })
})
