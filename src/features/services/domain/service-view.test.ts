import { expect, it } from 'vitest'
import { actionTarget } from './service-view'

it.each([
  [{ kind: 'ask', label: '', url: null } as const, '/contact/registration'],
  [{ kind: 'complain', label: '', url: null } as const, '/contact/complaint'],
  [{ kind: 'link', label: '', url: '/track' } as const, '/track'],
  [{ kind: 'link', label: '', url: null } as const, '/contact/registration'],
])('%o leads to %s', (action, target) => {
  expect(actionTarget({ slug: 'registration', action })).toBe(target)
})

it('leads elsewhere when the association gave an address elsewhere', () => {
  const action = { kind: 'link', label: '', url: 'https://example.org/form' } as const
  expect(String(actionTarget({ slug: 'registration', action }))).toBe('https://example.org/form')
})
