import type { CollectionBeforeChangeHook } from 'payload'
import type { Inquiry } from '@/payload-types'
import { columnsOf } from './projection'

/**
 * A new row starts with the projection of its reception, whatever the caller says. Afterwards the
 * events' hook writes it, and a job heals it.
 */
export const deriveFirstProjection: CollectionBeforeChangeHook<Inquiry> = ({ data, operation }) => {
  if (operation !== 'create' || !data.receivedAt) return data
  const columns = columnsOf({ receivedAt: data.receivedAt, targetDays: data.targetDays ?? null }, [])
  return { ...data, ...columns, seq: 0, isProjectionStale: false, claimedAt: null }
}
