import { expect } from 'vitest'
import { administrator } from './running-site'

/** @returns the cookie of a session of the administrator of the tests */
export async function signIn(siteUrl: string): Promise<string> {
  const answer = await fetch(`${siteUrl}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
