import { pbkdf2Sync } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash'

it('knows its own password, in every spelling of it, and no other', async () => {
  const stored = await hashPassword('café au lait, s’il vous plaît')
  expect(stored).not.toContain('café')
  expect(await verifyPassword('cafe\u0301 au lait, s’il vous plai\u0302t\u200b', stored)).toBe(true)
  expect(await verifyPassword('cafe au lait, s’il vous plait', stored)).toBe(false)
})

it('takes nothing for the password of nobody', async () => {
  expect(await verifyPassword('', null)).toBe(false)
  expect(await verifyPassword('four words to remember', null)).toBe(false)
  expect(await verifyPassword('four words to remember', '')).toBe(false)
})

it.each([
  ['today', 'pbkdf2-sha256-v1', 600_000, 32],
  ['before', 'earlier', 25_000, 512],
])('reads what Payload stored %s', async (_, version, iterations, keyBytes) => {
  const key = pbkdf2Sync(' with a space before', 'aabb', iterations, keyBytes, 'sha256').toString('hex')
  expect(await verifyPassword(' with a space before', `${version}:aabb:${key}`)).toBe(true)
  expect(await verifyPassword('another password', `${version}:aabb:${key}`)).toBe(false)
})
