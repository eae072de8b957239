import { handleEndpoints, type Payload } from 'payload'
import type { User } from '@/payload-types'
import { roles } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { sessionOf } from '../factories/staff'

/** Nobody signed in, and one person of each role. */
export const people = ['anonymous', ...roles] as const
export type Person = (typeof people)[number]

export interface Answer {
  status: number
  body: Record<string, unknown>
}
export type Rest = (
  person: Person,
  method: string,
  path: string,
  body?: object | null,
  language?: 'ar' | 'en',
) => Promise<Answer>

/** Requests to the API as people send them, without a server in between. */
export async function signInAll(payload: Payload): Promise<{ rest: Rest; users: ReadonlyMap<Person, User> }> {
  const tokens = new Map<Person, string>()
  const users = new Map<Person, User>()
  for (const role of roles) {
    const account = { email: `${role}@example.org`, password: 'four words to remember' }
    const user = await payload.create({
      collection: 'users',
      data: { name: role, roles: [role], ...account },
      ...asSystem('test-setup'),
    })
    users.set(role, user)
    tokens.set(role, await sessionOf(payload, account.email))
  }
  const rest: Rest = async (person, method, path, body, language = 'en') => {
    const token = tokens.get(person)
    const request = new Request(`http://127.0.0.1:3000/api${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': language,
        ...(token && { Authorization: `JWT ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const response = await handleEndpoints({ config: payload.config, request })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} }
  }
  return { rest, users }
}
