/** When a person is reminded. Instants are milliseconds since 1970. */

const DAY_MS = 86_400_000
/** Longer than any holiday; without a working day among them there is no reminder. */
const LOOKED_BACK = 30

/**
 * When the working day before an appointment opens.
 * @param day the first instant of the appointment's day
 * @param hoursOf the opening hours of a day by its first instant; null where we are closed
 * @returns null where that is not after `now`: what was booked so late needs no reminder
 */
export function reminderAt(
  day: number,
  now: number,
  hoursOf: (day: number) => { opens: number } | null,
): number | null {
  for (let back = 1; back <= LOOKED_BACK; back += 1) {
    const hours = hoursOf(day - back * DAY_MS)
    if (hours) return hours.opens > now ? hours.opens : null
  }
  return null
}
