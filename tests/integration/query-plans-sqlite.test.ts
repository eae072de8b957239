import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayViews, getDashboard } from '@/app/(payload)/panel/dashboard-data'
import type { User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { caseViews, filtersOfView, noFilters } from '@/shared/casework/server/desk/case-queries'
import { listCases } from '@/shared/casework/server/desk/list-cases'
import { createSurvey } from '../factories/surveys'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { cursorOf, plansAndValuesOf, plansOf } from '../setup/query-plans'

/** The plans of MongoDB are in query-plans.test.ts. */

const now = new Date('2026-11-24T09:00:00Z')
let payload: Payload
let stop: () => Promise<void>
const staff = {} as Record<'case-officer' | 'department-lead' | 'auditor', User>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  const department = await payload.create({
    collection: 'departments',
    data: { name: 'التسجيل', slug: 'registration' },
    ...asSystem('test-setup'),
  })
  for (const role of ['case-officer', 'department-lead', 'auditor'] as const) {
    const user = await payload.create({
      collection: 'users',
      data: {
        name: role,
        email: `${role}@example.org`,
        password: 'four words to remember',
        roles: [role],
        department: role === 'department-lead' ? department.id : null,
      },
      depth: 0,
      ...asSystem('test-setup'),
    })
    staff[role] = { ...user, collection: 'users' }
  }
  await createSurvey(payload, { audiences: ['answered'] })
}, 60_000)
afterAll(() => stop())

describe.runIf(env().databaseKind === 'sqlite')('a million inquiries on SQLite', () => {
  const filters = { status: 'closed', kind: 'complaint', channel: 'letter' } as const

  it.each(caseViews)('are never read through for the view %s', async (view) => {
    const id = randomToken(12)
    for (const role of ['case-officer', 'department-lead'] as const) {
      const list = async (more: object) => {
        const ask = () => listCases({ payload, user: staff[role], now, view, ...more })
        const found = await plansAndValuesOf(payload, 'inquiries', ask)
        for (const line of nonEmpty(found.plans)) expect(line).toMatch(/USING (COVERING )?INDEX/)
        return found
      }
      await list({})
      // A later page is entered at its place, not read up to it.
      const later = await list({ after: cursorOf(view, staff[role], now, id) })
      expect(later.values).toContain(id)
      for (const line of nonEmpty(later.plans)) expect(line).toMatch(/^SEARCH/)
      for (const name of nonEmpty(filtersOfView(view))) {
        const { plans, values } = await list({ filters: { ...noFilters, [name]: filters[name] } })
        expect(values).toContain(filters[name])
        const scans = plans.filter((line) => !line.startsWith('SEARCH'))
        expect(scans).toEqual(view === 'all' || view === 'closed' ? [] : expect.any(Array))
      }
    }
  })

  it('are never read through for the figures of the day', async () => {
    for (const role of ['case-officer', 'department-lead', 'auditor'] as const) {
      const lines = await plansOf(payload, 'inquiries', () =>
        getDashboard(payload, { user: staff[role], locale: 'ar', now }),
      )
      expect(lines.length).toBeGreaterThanOrEqual(dayViews.length)
      for (const line of nonEmpty(lines)) expect(line).toMatch(/^SEARCH inquiries USING (COVERING )?INDEX/)
    }
  })
})
