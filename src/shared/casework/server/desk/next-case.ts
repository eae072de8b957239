import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import { listCases } from './list-cases'

/**
 * The case to work on next: what is this person's and ours to answer, what is due first first; then what is
 * nobody's.
 * @returns its id, or null when nothing waits
 */
export async function nextCase(asked: {
  payload: Payload
  user: User
  now: Date
  locale: 'ar' | 'en'
}): Promise<string | null> {
  for (const view of ['mine', 'unassigned'] as const) {
    // What isn't on us stands at the end of the view.
    const { cases } = await listCases({ ...asked, view, size: 1 })
    const [first] = cases
    if (first && first.urgency.kind !== 'done') return first.id
  }
  return null
}
