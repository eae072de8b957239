import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../../../../tests/setup/non-empty'
import { makeRecoveryCodes, parseRecoveryCode, RECOVERY_CODES } from './recovery-codes'
import { type SecondFactorSettings, secondFactorDuty } from './second-factor-duty'

const day = (date: string) => new Date(`${date}T09:00:00Z`)

describe('the duty to have a second factor', () => {
  const settings: SecondFactorSettings = { roles: ['administrator', 'approver'], graceDays: 14, since: null }
  const account = (roles: string[], createdAt = day('2026-11-01')) => ({ roles, createdAt })

  it.each([
    ['a role that is not named', account(['editor']), settings, day('2027-01-01'), { kind: 'free' }],
    ['no role', account([]), settings, day('2027-01-01'), { kind: 'free' }],
    [
      'the first day',
      account(['administrator']),
      settings,
      day('2026-11-01'),
      { kind: 'grace', until: day('2026-11-15') },
    ],
    ['one named role among others', account(['editor', 'approver']), settings, day('2026-11-16'), { kind: 'required' }],
    ['the moment grace ends', account(['approver']), settings, day('2026-11-15'), { kind: 'required' }],
    [
      'an old account under a new rule',
      account(['approver'], day('2020-01-01')),
      { ...settings, since: day('2026-11-10') },
      day('2026-11-20'),
      { kind: 'grace', until: day('2026-11-24') },
    ],
    ['no grace', account(['approver']), { ...settings, graceDays: 0 }, day('2026-11-01'), { kind: 'required' }],
  ] as const)('%s', (_, who, rule, now, duty) => {
    expect(secondFactorDuty(who, rule, now)).toEqual(duty)
  })
})

describe('recovery codes', () => {
  let next = 0
  const codes = makeRecoveryCodes((limit) => {
    next += 7
    return next % limit
  })

  it('are ten different ones', () => {
    expect(codes).toHaveLength(RECOVERY_CODES)
    expect(new Set(codes).size).toBe(RECOVERY_CODES)
    for (const code of nonEmpty(codes)) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
  })

  it.each([
    ['k7m2p-x9qrt', 'k7m2p-x9qrt'],
    [' K7M2P x9QRT ', 'k7m2p-x9qrt'],
    ['k7m2px9qrt', 'k7m2p-x9qrt'],
    ['k7m2p-x9qr', null],
    ['k7m2p-x9qr0', null],
    ['123456', null],
    ['', null],
    ['k'.repeat(100_000), null],
  ])('%j is read as %j', (typed, code) => {
    expect(parseRecoveryCode(typed)).toBe(code)
  })
})
