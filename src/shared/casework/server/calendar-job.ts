import { createHash } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Inquiry } from '@/payload-types'
import { startOfDay } from '@/platform/calendar'
import type { Job } from '@/platform/jobs'
import { readMark, writeMark } from '@/platform/marks'
import { asSystem } from '@/platform/system-payload'
import { workingCalendar } from '@/shared/calendar/server/read-calendar'
import type { Status } from '@/shared/casework/domain/projection'
import { writeProjection } from '../cms/projection'
import { afterCursor } from './desk/case-queries'

const BATCH = 100
const KEY = 'calendar-of-due-dates'
const onUs: Status[] = ['new', 'open']
/** Of the index. */
const order = ['dueAt', 'receivedAt'] as const

/** A number by which two calendars are told apart, within what a column holds exactly. */
const fingerprintOf = (calendar: unknown): number =>
  createHash('sha256').update(JSON.stringify(calendar)).digest().readUIntBE(0, 6)

/**
 * After a change of the working calendar, counts the due dates again that are still to come. Days that are over never
 * change (src/shared/calendar/cms/refuse-past.ts), so what is past stays. A round that was killed does it again.
 */
export const calendarJob: Job = {
  name: 'due-dates-of-a-new-calendar',
  async run(payload, now, round) {
    const calendar = await workingCalendar(payload)
    const fingerprint = fingerprintOf(calendar)
    if ((await readMark(payload, KEY)) === fingerprint) return 0
    let count = 0
    let page = await openCases(payload, { dueAt: { greater_than_equal: startOfDay(now).toISOString() } })
    while (page.length > 0) {
      for (const row of page) {
        if (round && !(await round.keep())) return count
        await writeProjection(payload, row, row.seq)
        count += 1
      }
      const last = page.at(-1)
      if (!last?.dueAt || page.length < BATCH) break
      const instants = [last.dueAt, last.receivedAt]
      page = await openCases(payload, afterCursor({ instants, id: last.id }, order, 'greater_than'))
    }
    await writeMark(payload, KEY, fingerprint)
    return count
  },
}

async function openCases(payload: Payload, from: Where): Promise<Inquiry[]> {
  const { docs } = await payload.find({
    collection: 'inquiries',
    where: { and: [{ status: { in: onUs } }, from] },
    sort: [...order, 'id'],
    limit: BATCH,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return docs
}
