import { expect, it } from 'vitest'
import { withQuestionKeys } from './question-keys'

it('gives new questions and options keys, keeps those there are, and lets no two be the same', () => {
  const [kept, copied, fresh] = withQuestionKeys([
    { key: 'q-1', options: [{ key: 'o-1' }, { key: 'o-1' }, { key: null }] },
    { key: 'q-1', options: [{ key: 'o-1' }] },
    { key: undefined, options: null },
  ])
  expect(kept?.key).toBe('q-1')
  expect(copied?.key).toMatch(/^q-[a-z0-9]{8}$/)
  expect(fresh?.key).toMatch(/^q-[a-z0-9]{8}$/)
  expect(fresh?.options).toBeNull()
  expect(kept?.options?.[0]?.key).toBe('o-1')
  expect(new Set(kept?.options?.map(({ key }) => key)).size).toBe(3)
  expect(copied?.options, 'of another question').toEqual([{ key: 'o-1' }])
})
