import type { CollectionBeforeChangeHook } from 'payload'
import type { Inquiry } from '@/payload-types'
import { workingCalendar, workingTimeOf } from '@/shared/calendar/server/read-calendar'
import { caseTypeOf } from '../case-type'
import { dueNoticeAt } from '../server/notices/working-days'
import { columnsOf } from './projection'

/**
 * A new row starts with the projection of its reception, whatever the caller says. Afterwards the
 * events' hook writes it, and a job repairs it after a crash.
 */
export const deriveFirstProjection: CollectionBeforeChangeHook<Inquiry> = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data.receivedAt || !data.kind) return data
  const type = caseTypeOf(req.payload, { kind: data.kind })
  const { receivedAt, targetDays = null, isSensitive = false } = data
  const calendar = await workingCalendar(req.payload, req)
  const columns = columnsOf({ receivedAt, targetDays, isSensitive }, [], type, workingTimeOf(calendar))
  return {
    ...data,
    ...columns,
    seq: 0,
    isProjectionStale: false,
    claimedAt: null,
    dueNoticeAt: dueNoticeAt(columns.dueAt, receivedAt, calendar),
  }
}
