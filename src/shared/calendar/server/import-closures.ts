import { type Payload, ValidationError } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { startOfDay } from '@/platform/calendar'
import { inTransaction } from '@/platform/in-transaction'
import { plainRights } from '@/platform/rights'
import { asSystem } from '@/platform/system-payload'
import { cleanLine } from '@/platform/typed-text'
import { type IcsHoliday, type IcsResult, mostIcsDays, readIcs } from '../read-ics'
import { mostClosures } from './read-calendar'

export const mayImport = (user: User): boolean => hasRole(user, ...plainRights.closures.create)

export type IcsPreview =
  | (Extract<IcsResult, { status: 'ok' }> & { alreadyThere: number })
  | Extract<IcsResult, { status: 'invalid' }>

const daysOf = ({ firstDay, lastDay }: { firstDay: string; lastDay?: string | null }): string =>
  [firstDay, lastDay ?? firstDay].map((day) => startOfDay(new Date(day)).getTime()).join()

async function storedDays(payload: Payload, now: Date): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'closures',
    where: { firstDay: { greater_than_equal: startOfDay(now).toISOString() } },
    limit: mostClosures,
    pagination: false,
    depth: 0,
    ...asSystem('keep-rules'),
  })
  return new Set(docs.map(daysOf))
}

/** What a file would add; nothing is stored. */
export async function previewIcs(payload: Payload, text: string, now: Date): Promise<IcsPreview> {
  const read = readIcs(text, startOfDay(now).getTime())
  if (read.status !== 'ok') return read
  const stored = await storedDays(payload, now)
  const holidays = read.holidays.filter((holiday) => !stored.has(daysOf(holiday)))
  return { ...read, holidays, alreadyThere: read.holidays.length - holidays.length }
}

export interface ClosureToAdd extends Omit<IcsHoliday, 'name'> {
  nameAr: string
  nameEn: string
}

export type ImportResult =
  | { status: 'ok'; added: number }
  /** Which one, and why in the person's language. */
  | { status: 'invalid'; name: string; message: string }

/** Adds all of them or none, as the signed-in person. Days that are there already are passed over. */
export async function importClosures(
  payload: Payload,
  { user, closures, now, locale }: { user: User; closures: readonly ClosureToAdd[]; now: Date; locale: 'ar' | 'en' },
): Promise<ImportResult> {
  const stored = await storedDays(payload, now)
  const fresh = closures.slice(0, mostIcsDays).filter((closure) => !stored.has(daysOf(closure)))
  let current = ''
  try {
    await inTransaction(payload, async (req) => {
      Object.assign(req, { user, i18n: { ...req.i18n, language: locale } })
      for (const { nameAr, nameEn, firstDay, lastDay } of fresh) {
        current = nameAr || nameEn || firstDay.slice(0, 10)
        await payload.create({
          collection: 'closures',
          data: { nameAr: cleanLine(nameAr), nameEn: cleanLine(nameEn), firstDay, lastDay },
          depth: 0,
          overrideAccess: false,
          user,
          req,
        })
      }
    })
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    return { status: 'invalid', name: current, message: error.data.errors[0]?.message ?? '' }
  }
  return { status: 'ok', added: fresh.length }
}
