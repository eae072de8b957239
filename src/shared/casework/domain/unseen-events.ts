import type { EventType } from './timeline'

/** A step, and the member of staff who took it. */
export interface TakenStep {
  type: EventType
  /** The member of staff who took it; null for the person and the system. */
  actor: string | null
}

/**
 * Whether something happened to a case that `user` doesn't know of. One's own steps are known, and
 * that the person was told of the reception says nothing that could change an answer.
 * @param since what happened after the version of the case that the person was looking at
 */
export function hasUnseenEvents(since: readonly TakenStep[], user: string): boolean {
  return since.some(({ type, actor }) => actor !== user && type !== 'acknowledged')
}
