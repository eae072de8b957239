/** A series of times over some days. Instants are milliseconds since 1970; days begin at midnight in Riyadh. */

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** More than a quarter of a year is opened later. */
export const longestSeriesDays = 92
/** More times than these are a slip of the keyboard. */
export const mostTimes = 1000

export interface SeriesAsked {
  /** The first instants of the first and last day. */
  firstDay: number
  lastDay: number
  /** Minutes after midnight: when the first time of a day begins, and when the last one is over. */
  from: number
  until: number
  /** How long each lasts; the next one begins when it is over. */
  minutes: number
}

export interface Series {
  /** When each begins, earliest first. */
  starts: number[]
  /** On how many of the days we don't work at these hours. */
  daysOff: number
}

/**
 * The times of the days asked for that lie wholly within the hours in which the association works.
 * @param hoursOf the opening hours of a day by its first instant, as instants; null where we are closed
 */
export function seriesOf(
  { firstDay, lastDay, from, until, minutes }: SeriesAsked,
  hoursOf: (day: number) => { opens: number; closes: number } | null,
): Series {
  const starts: number[] = []
  let daysOff = 0
  for (let day = firstDay; day <= lastDay; day += DAY_MS) {
    const hours = hoursOf(day)
    const before = starts.length
    if (hours) {
      const last = Math.min(day + until * MINUTE_MS, hours.closes)
      for (let at = day + from * MINUTE_MS; at + minutes * MINUTE_MS <= last; at += minutes * MINUTE_MS) {
        if (at >= hours.opens) starts.push(at)
      }
    }
    if (starts.length === before) daysOff += 1
  }
  return { starts, daysOff }
}
