import type { Question } from '@/shared/forms/domain/definition'

/** Whom a survey is shown to. */
export const audiences = ['answered', 'everyone', 'service'] as const
export type Audience = (typeof audiences)[number]

/** A question with the policy clause whose duty it measures, as `dealing-1`. */
export type SurveyQuestion = Question & { clause: string | null }

/** Milliseconds since 1970. */
type Instant = number

/** When a survey takes answers; null means no bound. */
export interface SurveyWindow {
  opensAt: Instant | null
  closesAt: Instant | null
}

/** The moment of opening is open, the moment of closing is closed. */
export function windowState({ opensAt, closesAt }: SurveyWindow, now: Instant): 'upcoming' | 'open' | 'closed' {
  if (closesAt !== null && now >= closesAt) return 'closed'
  return opensAt !== null && now < opensAt ? 'upcoming' : 'open'
}
