import { westernDigits } from '@/platform/arabic'
import { cleanValue } from '@/platform/typed-text'

/** Longer than any time of day. */
const LONGEST = 20

/**
 * Reads a time of day of 24 hours as it is typed: 8, 8:00, 08.30, ٨:٣٠, 16:00.
 * @returns minutes after midnight, 0 to 1440, or null
 */
export function readTimeOfDay(typed: string): number | null {
  if (typed.length > LONGEST * 10) return null
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(westernDigits(cleanValue(typed))) ?? []
  if (hour === undefined) return null
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 24 * 60 ? minutes : null
}

/** As it is stored and shown: 08:30. */
export const formatTimeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
