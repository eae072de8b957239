import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settingNames } from '@/platform/env'
import { settings, settingsAsExample, settingsAsMarkdown, settingsAsText } from '../../scripts/steps/settings.mjs'

describe('settings', () => {
  it('are the same in the table and in the code that reads them', () => {
    // NODE_ENV is the runtime's; the last one is read by Next itself.
    const read = settingNames.filter((name) => name !== 'NODE_ENV')
    const shown = settings.map(({ name }) => name).filter((name) => name !== 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY')
    expect(shown.toSorted()).toEqual(read.toSorted())
  })

  it('stand in README.md as the table says', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(settingsAsMarkdown())
  })

  it('stand in .env.example as the table says', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(settingsAsExample())
  })

  it('are all listed by --help', () => {
    const text = settingsAsText()
    expect(settings.filter(({ name }) => !text.includes(name))).toEqual([])
  })
})
