import type { Payload } from 'payload'
import { monthsBefore } from '@/platform/calendar'
import { randomToken } from '@/platform/crypto'
import { noteErasure } from '@/platform/erased-from-disk'
import type { Job } from '@/platform/jobs'
import { removeFromOutbox } from '@/platform/mail'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { erasableAppointments } from './erasable'
import { mailIdsOf } from './mail-job'

const BATCH = 100

/**
 * Erases who came and why after the retention period, one statement for each. When, where and what became of it
 * remains for figures.
 * @param keptMonths null without a retention period: nothing is erased
 */
export const eraseAppointmentsJob = (keptMonths: (payload: Payload) => Promise<number | null>): Job => ({
  name: 'appointment-retention',
  async run(payload, now) {
    const months = await keptMonths(payload)
    if (months === null) return 0
    const { docs } = await payload.find({
      collection: 'appointments',
      where: erasableAppointments(monthsBefore(now, months)),
      sort: ['startsAt', 'id'],
      limit: BATCH,
      pagination: false,
      depth: 0,
      ...asSystem('job'),
    })
    for (const row of docs) {
      await removeFromOutbox(mailIdsOf(row))
      await updateRow(payload, 'erase', {
        collection: 'appointments',
        where: { id: { equals: row.id } },
        data: {
          ...{ name: null, phone: null, email: null, about: null, reason: null, inquiry: null },
          // No link opens it any more, and neither words nor contact can be recognised by their hash.
          submissionKey: `erased:${randomToken()}`,
          contentHash: `erased:${randomToken()}`,
          contactHash: `erased:${randomToken()}`,
          proof: `erased:${randomToken()}`,
          ...{ mailState: 'none', mailNextAt: null, reminderAt: null },
          erasedAt: now.toISOString(),
        },
      })
    }
    if (docs.length > 0) noteErasure()
    return docs.length
  },
})
