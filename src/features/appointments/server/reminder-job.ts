import type { Job } from '@/platform/jobs'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

const BATCH = 100

/** Queues a reminder for each appointment whose working day before has begun, once. */
export const remindOfAppointments: Job = {
  name: 'appointment-reminders',
  async run(payload, now) {
    const { docs } = await payload.find({
      collection: 'appointments',
      where: { reminderAt: { less_than_equal: now.toISOString() } },
      sort: ['reminderAt', 'startsAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    let queued = 0
    for (const row of docs) {
      const isLate = row.state !== 'booked' || Date.parse(row.startsAt) <= now.getTime()
      // While another mail is due its own comes first; the reminder waits for a later round.
      const written = await updateRow(payload, 'mark', {
        collection: 'appointments',
        where: {
          and: [
            { id: { equals: row.id } },
            { seq: { equals: row.seq } },
            { reminderAt: { exists: true } },
            ...(isLate ? [] : [{ mailState: { not_equals: 'due' } }]),
          ],
        },
        data: isLate
          ? { reminderAt: null }
          : {
              reminderAt: null,
              mailKind: 'reminder',
              mailState: 'due',
              mailNextAt: now.toISOString(),
              mailAttempts: 0,
            },
      })
      if (written && !isLate) queued += 1
    }
    return queued
  },
}
