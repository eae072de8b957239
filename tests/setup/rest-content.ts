import { handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import { guardedRest } from '@/payload/rest/guarded-rest'
import { roles } from '@/platform/access'
import { processState } from '@/platform/process-state'
import { asSystem } from '@/platform/system-payload'
import { runSeeds } from '@/seed'
import { sessionOf } from '../factories/staff'
import { startPayload } from './payload'

/** REST as anybody meets it: Payload's own handlers behind the guard, on published content. */

export let payload: Payload

let stop: () => Promise<void>

const tokens = new Map<string, string>()

export interface Asked {
  method?: string
  body?: BodyInit
  headers?: Record<string, string>
  as?: string
}

let visitors = 0

/** Each question comes from somebody else, so that none is too many. */
const nextAddress = () => {
  visitors += 1
  return `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`
}

export async function ask(path: string, { method = 'GET', body, headers = {}, as }: Asked = {}): Promise<Response> {
  const config = Promise.resolve(payload.config)
  const handler = (request: Request) => handleEndpoints({ config, request })
  const token = as && tokens.get(as)
  const request = new Request(`http://127.0.0.1:3000/api${path}`, {
    method,
    headers: { 'x-client-address': nextAddress(), ...(token ? { authorization: `JWT ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const slug = new URL(request.url).pathname.split('/').slice(2).map(decodeURIComponent)
  return guardedRest(handler, config)(request, { params: Promise.resolve({ slug }) })
}

export const status = async (path: string, asked: Asked = {}) => (await ask(path, asked)).status

export interface List {
  docs: Record<string, unknown>[]
  totalDocs: number
  limit: number
}

/** Registers it for a test file. */
export function withRestContent(): void {
  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
    for (const role of roles) {
      const account = { email: `${role}@example.org`, password: 'four words to remember' }
      await payload.create({
        collection: 'users',
        data: { name: role, roles: [role], ...account },
        ...asSystem('test-setup'),
      })
      tokens.set(role, await sessionOf(payload, account.email))
    }
    await runSeeds(payload)
    processState().revision = 7
  }, 90_000)
  afterAll(() => stop())
}
