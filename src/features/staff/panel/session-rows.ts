import type { StaffSession } from '@/payload-types'
import { momentText } from './moment-text'

export interface SessionRow {
  id: string
  /** Null when the browser could not be recognised. */
  device: string | null
  isThis: boolean
  startedAt: string
  seenAt: string
  network: string | null
}

/** Sessions as plain data for the browser. Dates are formatted on the server, so that both render the same text. */
export const sessionRows = (
  sessions: readonly StaffSession[],
  { own, locale }: { own: string | null; locale: 'ar' | 'en' },
): SessionRow[] =>
  sessions.map(({ id, device, network, startedAt, seenAt }) => ({
    id: String(id),
    device: device ?? null,
    isThis: String(id) === own,
    startedAt: momentText(startedAt, locale),
    seenAt: momentText(seenAt, locale),
    network: network ? `\u2066${network}\u2069` : null,
  }))
