import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import type { WaitingDays } from '@/shared/casework/domain/timeline'

/** What holds until the association sets other days. */
export const usualWaiting = { firstReminder: 3, secondReminder: 7, closing: 14 } as const

/** After how many working days a question is reminded of, and the case closed without a reply; 0 is never. */
export async function waitingDays(payload: Payload): Promise<WaitingDays> {
  const { waiting } = await payload.findGlobal({
    slug: 'association',
    select: { waiting: true },
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  const { firstReminder, secondReminder, closing } = usualWaiting
  return {
    reminders: [waiting?.firstReminder ?? firstReminder, waiting?.secondReminder ?? secondReminder],
    closing: waiting?.closing ?? closing,
  }
}
