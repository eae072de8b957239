import type { Payload } from 'payload'
import type { Inquiry, User } from '@/payload-types'
import type { Job } from '@/platform/jobs'
import { asSystem } from '@/platform/system-payload'
import { workingCalendar } from '@/shared/calendar/server/read-calendar'
import { workingDaysAfter } from '@/shared/calendar/working-time'
import type { Status } from '@/shared/casework/domain/projection'
import { relatedId } from '@/shared/casework/domain/rows'
import { type Absence, absenceOf, deputyOf } from '@/shared/directory/absence'
import { caseWorkerAccounts, workersFor } from '@/shared/directory/case-workers'
import { departmentLeads } from '@/shared/directory/departments'
import { appendEvent } from './append-event'

const BATCH = 100
const onUs: Status[] = ['new', 'open']

interface Away {
  account: User
  absence: Absence
}

/**
 * Gives what is due within a working day to the deputy of an assignee who is away, or to the lead of the department
 * where none is there. Once in an absence: a colleague who gives it back has decided so.
 */
export const handOverJob: Job = {
  name: 'due-work-of-the-absent',
  async run(payload, now, round) {
    const workers = await caseWorkerAccounts(payload)
    const away = workers.flatMap((account): Away[] => {
      const absence = absenceOf(account, now)
      return absence ? [{ account, absence }] : []
    })
    if (away.length === 0) return 0
    const leads = await departmentLeads(payload)
    const [limit] = workingDaysAfter(await workingCalendar(payload), now.getTime(), 1)
    const dueUntil = new Date(limit ?? now.getTime())
    let handedOver = 0
    for (const { account, absence } of away) {
      const takersOf = (row: Inquiry): string | null => {
        const lead = leads.get(relatedId(row.department) ?? relatedId(account.department) ?? '')
        const candidates = [deputyOf(absence, workers, now), workers.find(({ id }) => id === lead)]
        const there = candidates.filter((one): one is User => Boolean(one && !absenceOf(one, now)))
        const people = there.map(({ id, name, seesRestrictedCases }) => ({
          ...{ id, name },
          seesRestricted: seesRestrictedCases === true,
        }))
        return workersFor(people, { ...row, concerns: relatedId(row.concerns) })[0]?.id ?? null
      }
      for (let after = ''; ; ) {
        const rows = await dueCasesOf(payload, account.id, dueUntil, after)
        for (const row of rows) {
          if (round && !(await round.keep())) return handedOver
          const taker = takersOf(row)
          if (!taker || (await wasHandedOver(payload, row, absence))) continue
          const result = await appendEvent({
            payload,
            clock: () => round?.clock() ?? now,
            reason: 'job',
            row,
            event: { type: 'assigned', actor: { kind: 'system' }, assignee: taker },
          })
          // On a conflict with a step that is written at this moment the next round tries again.
          if (result.status === 'ok') handedOver += 1
        }
        const last = rows.at(-1)
        if (!last || rows.length < BATCH) break
        after = last.id
      }
    }
    return handedOver
  },
}

async function dueCasesOf(payload: Payload, assignee: string, until: Date, after: string): Promise<Inquiry[]> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: {
      and: [
        { assignee: { equals: assignee } },
        { status: { in: onUs } },
        { dueAt: { less_than_equal: until.toISOString() } },
        { isProjectionStale: { equals: false } },
        ...(after ? [{ id: { greater_than: after } }] : []),
      ],
    },
    sort: 'id',
    limit: BATCH,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return docs
}

async function wasHandedOver(payload: Payload, { id }: Inquiry, { since }: Absence): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'inquiry-events',
    where: {
      inquiry: { equals: id },
      type: { equals: 'assigned' },
      actorKind: { equals: 'system' },
      at: { greater_than_equal: since.toISOString() },
    },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return docs.length > 0
}
