import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetAllUnsaved, forgetExpiredUnsaved, keepUnsaved, readUnsaved } from './unsaved'

const DAY_MS = 24 * 3_600_000

/** As a browser's: its keys are the object's own, its methods aren't. */
class Tab {
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null
  }
  setItem(name: string, value: string): void {
    ;(this as unknown as Record<string, string>)[name] = value
  }
  removeItem(name: string): void {
    delete (this as unknown as Record<string, string>)[name]
  }
}

let tab: Tab

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-25T09:00:00Z') })
  tab = new Tab()
  vi.stubGlobal('sessionStorage', tab)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('is read by the account that typed it, for a day', () => {
  keepUnsaved('noura', 'case:1', { value: 'نص', base: '' })
  expect(readUnsaved('noura', 'case:1')?.value).toBe('نص')
  expect([readUnsaved('reem', 'case:1'), readUnsaved('noura', 'case:2')]).toEqual([null, null])
  vi.advanceTimersByTime(DAY_MS)
  expect(readUnsaved('noura', 'case:1')).toBeNull()
})

it('is erased once it is a day old, of any account, and nothing else', () => {
  keepUnsaved('noura', 'case:1', { value: 'قديم', base: '' })
  tab.setItem('unsaved:reem:case:2', 'what nobody can read')
  tab.setItem('other', 'kept')
  vi.advanceTimersByTime(DAY_MS)
  keepUnsaved('noura', 'case:3', { value: 'جديد', base: '' })
  forgetExpiredUnsaved()
  expect(Object.keys(tab)).toEqual(['other', 'unsaved:noura:case:3'])
})

it('goes with signing out, and nothing besides', () => {
  keepUnsaved('noura', 'case:1', { value: 'نص', base: '' })
  tab.setItem('other', 'kept')
  forgetAllUnsaved()
  expect(Object.keys(tab)).toEqual(['other'])
})

it('is left out where there is no storage', () => {
  vi.stubGlobal('sessionStorage', undefined)
  keepUnsaved('noura', 'case:1', { value: 'نص', base: '' })
  expect(readUnsaved('noura', 'case:1')).toBeNull()
  expect(() => forgetAllUnsaved()).not.toThrow()
})
