import type { Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'

/** Appointments before an instant whose person is still known. */
export const erasableAppointments = (until: Date): Where => ({
  and: [{ erasedAt: { exists: false } }, { startsAt: { less_than: until.toISOString() } }],
})

/** How many would lose their person now with `until` as the limit. */
export async function countErasableAppointments(payload: Payload, until: Date): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'appointments',
    where: erasableAppointments(until),
    ...asSystem('job'),
  })
  return totalDocs
}
