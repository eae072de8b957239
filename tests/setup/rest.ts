import type { User } from '@/payload-types'
import { DELETE, GET, PATCH, POST } from '../../src/app/(payload)/api/[...slug]/route'

/** The site's own REST routes, without a server before them. */

const routes = { GET, POST, PATCH, DELETE }
const origin = 'http://127.0.0.1:3999'

export interface Asked {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** After `/api/`, with its query. */
  path: string
  data?: unknown
  token?: string
  language?: 'ar' | 'en'
}

export function rest({ method, path, data, token, language = 'ar' }: Asked): Promise<Response> {
  const headers = new Headers({ 'accept-language': language, origin })
  if (token) headers.set('cookie', `payload-token=${token}`)
  if (data !== undefined) headers.set('content-type', 'application/json')
  const request = new Request(`${origin}/api/${path}`, {
    method,
    headers,
    ...(data !== undefined && { body: JSON.stringify(data) }),
  })
  const slug = path.split('?')[0]?.split('/') ?? []
  return routes[method](request, { params: Promise.resolve({ slug }) })
}

/** @returns the answer of a sign-in */
export const signIn = (account: { email: string; password: string }): Promise<Response> =>
  rest({ method: 'POST', path: 'users/login', data: account })

export async function tokenOf(account: { email: string; password: string }): Promise<string> {
  const { token } = (await (await signIn(account)).json()) as { token?: string }
  if (!token) throw new Error('The sign-in gave no token.')
  return token
}

/** Who a token is, by the site's own answer. */
export async function whoIs(token: string): Promise<User | null> {
  const { user } = (await (await rest({ method: 'GET', path: 'users/me', token })).json()) as { user: User | null }
  return user
}
