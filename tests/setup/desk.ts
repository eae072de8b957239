import type { Payload } from 'payload'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Department, Inquiry, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { appendEvent } from '@/shared/casework/server/append-event'
import type { StaffAction } from '@/shared/casework/server/desk/append-staff-event'
import { startPayload } from './payload'

/** The staff of a desk, and cases as each of them sees them. */

export let payload: Payload

let stop: () => Promise<void>

export let officer: User
export let colleague: User
export let lead: User
export let auditor: User
export let editor: User
export let department: Department
export const now = new Date('2026-11-24T09:00:00Z')
export const clock = () => now

export async function createUser(name: string, role: Role, ofDepartment?: string): Promise<User> {
  const user = await payload.create({
    collection: 'users',
    data: {
      name,
      email: `${randomToken(6).toLowerCase()}@example.org`,
      password: 'four words to remember',
      roles: [role],
      department: ofDepartment ?? null,
    },
    depth: 0,
    ...asSystem('test-setup'),
  })
  return { ...user, collection: 'users' }
}

export const read = (id: string) =>
  payload.findByID({ collection: 'inquiries', id, depth: 0, ...asSystem('test-setup') })

/** The case as `user` sees it now. */
export async function at(inquiry: Pick<Inquiry, 'id'>, user: User = officer): Promise<StaffAction> {
  const { seq } = await read(inquiry.id)
  return { payload, clock, user, caseId: inquiry.id, seq, submissionKey: randomToken() }
}

/** The person writes again, from the tracking page. */
export async function personAdds({ id }: Pick<Inquiry, 'id'>, at: () => Date = clock) {
  const event = { type: 'added', actor: { kind: 'person' }, text: 'وسؤال آخر' } as const
  expect(await appendEvent({ payload, clock: at, reason: 'test-setup', row: await read(id), event })).toMatchObject({
    status: 'ok',
  })
}

/** Registers it for a test file. */
export function withDesk(): void {
  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
    department = await payload.create({
      collection: 'departments',
      data: { name: 'التسجيل', slug: 'registration' },
      ...asSystem('test-setup'),
    })
    ;[officer, colleague, lead, auditor, editor] = await Promise.all([
      createUser('نورة', 'case-officer'),
      createUser('ريم', 'case-officer'),
      createUser('منيرة', 'department-lead', department.id),
      createUser('سعد', 'auditor'),
      createUser('هدى', 'editor'),
    ])
  }, 60_000)
  afterAll(() => stop())
}
