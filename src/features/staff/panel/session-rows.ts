import type { StaffSession } from '@/payload-types'
import { momentText } from './moment-text'
import type { StaffTranslator } from './translator'

export interface SessionRow {
  id: string
  device: string
  isThis: boolean
  started: string
  seen: string
  network: string | null
  endLabel: string
}

/** Sessions as words, for a list that runs in the browser. */
export const sessionRows = (
  sessions: readonly StaffSession[],
  { own, locale, t }: { own: string | null; locale: 'ar' | 'en'; t: StaffTranslator },
): SessionRow[] =>
  sessions.map(({ id, device, network, startedAt, seenAt }) => {
    const name = device ?? t('security.unknownDevice')
    return {
      id: String(id),
      device: name,
      isThis: String(id) === own,
      started: t('security.started', { date: momentText(startedAt, locale) }),
      seen: t('security.seen', { date: momentText(seenAt, locale) }),
      network: network ? t('security.network', { network: `\u2066${network}\u2069` }) : null,
      endLabel: t('security.endLabel', { device: name }),
    }
  })

export const sessionWords = (t: StaffTranslator) => ({
  list: t('security.sessionsOf'),
  none: t('security.noSessions'),
  thisSession: t('security.thisSession'),
  end: t('security.end'),
  ended: t('security.ended'),
})
export type SessionWords = ReturnType<typeof sessionWords>
