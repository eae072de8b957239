/** An approved edition as far as its dates go. `effectiveAt` is midnight in Riyadh of its effective day. */
export interface DatedEdition {
  number: number
  effectiveAt: Date
}

/**
 * The edition in force at an instant: of those whose effective day has begun the latest one, and
 * of two with the same day the higher number. Computed, never stored.
 */
export function editionInForce<E extends DatedEdition>(editions: readonly E[], at: Date): E | null {
  return editions.filter((edition) => edition.effectiveAt <= at).reduce<E | null>(later, null)
}

/** The next edition that is approved but not yet in force. */
export function nextEdition<E extends DatedEdition>(editions: readonly E[], at: Date): E | null {
  return editions
    .filter((edition) => edition.effectiveAt > at)
    .reduce<E | null>((next, edition) => (next && next.effectiveAt <= edition.effectiveAt ? next : edition), null)
}

export type EditionState = 'in-force' | 'upcoming' | 'superseded'

/** Where each edition stands at an instant, newest number first. */
export function editionStates<E extends DatedEdition>(
  editions: readonly E[],
  at: Date,
): { edition: E; state: EditionState }[] {
  const current = editionInForce(editions, at)
  return editions
    .toSorted((a, b) => b.number - a.number)
    .map((edition) => ({
      edition,
      state: edition === current ? 'in-force' : edition.effectiveAt > at ? 'upcoming' : 'superseded',
    }))
}

const later = <E extends DatedEdition>(best: E | null, edition: E): E => {
  if (!best) return edition
  const difference = edition.effectiveAt.getTime() - best.effectiveAt.getTime()
  return difference > 0 || (difference === 0 && edition.number > best.number) ? edition : best
}
