import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import type { AppointmentTime } from '@/payload-types'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { asSystem } from '@/platform/system-payload'
import { relatedId } from '@/shared/casework/domain/rows'
import { listDepartments } from '@/shared/directory/departments'
import { bookableFrom, isBookable } from '../domain/appointment'
import type { OpenTime } from '../schema'

/** Times on a page; later ones show when these are taken or over. */
const shownTimes = 120
/** Read at a time, before those that are taken are left out, and how often at most. */
const READ = 200
const MOST_READS = 20

/** The next times that can be booked at `now`, earliest first. */
export async function listOpenTimes(payload: Payload, locale: Locale, now: Date): Promise<OpenTime[]> {
  const open: AppointmentTime[] = []
  for (let page = 1; page <= MOST_READS && open.length < shownTimes; page += 1) {
    const read = await readTimes(payload, now, page)
    const taken = await takenAmong(payload, read)
    open.push(...read.filter(({ id }) => !taken.has(id)).slice(0, shownTimes - open.length))
    if (read.length < READ) break
  }
  const ids = [...new Set(open.flatMap(({ department }) => relatedId(department) ?? []))]
  const departments = await listDepartments(payload, { locale, reader: { reason: 'read-public-content' }, ids })
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  return open.map((time) => ({
    id: time.id,
    startsAt: time.startsAt,
    minutes: time.minutes,
    place: locale === 'ar' ? time.placeAr : time.placeEn,
    department: names.get(relatedId(time.department) ?? '') ?? null,
    note: (locale === 'ar' ? time.noteAr : time.noteEn) || null,
  }))
}

async function readTimes(payload: Payload, now: Date, page: number): Promise<AppointmentTime[]> {
  const { docs } = await payload.find({
    collection: 'appointment-times',
    where: {
      and: [
        { state: { equals: 'open' } },
        { startsAt: { greater_than_equal: new Date(bookableFrom(now.getTime())).toISOString() } },
      ],
    },
    sort: ['startsAt', 'id'],
    limit: READ,
    page,
    depth: 0,
    ...asSystem('book-appointment'),
  })
  return docs
}

async function takenAmong(payload: Payload, times: readonly AppointmentTime[]): Promise<Set<string>> {
  if (times.length === 0) return new Set()
  const { docs } = await payload.find({
    collection: 'appointments',
    where: { takenKey: { in: times.map(({ id }) => id) } },
    select: { takenKey: true },
    limit: times.length,
    pagination: false,
    depth: 0,
    ...asSystem('book-appointment'),
  })
  return new Set(docs.map(({ takenKey }) => takenKey))
}

/** A time that can be booked, by its id; null where it is gone, closed or too near. Whether it is taken the database says. */
export async function findBookable(payload: Payload, id: string, now: Date): Promise<AppointmentTime | null> {
  const { docs } = await payload.find({
    collection: 'appointment-times',
    where: { and: [{ id: { equals: id } }, { state: { equals: 'open' } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('book-appointment'),
  })
  const [time] = docs
  return time && isBookable(Date.parse(time.startsAt), now.getTime()) ? time : null
}

/** What the site's pages ask: null while the database is away. */
export const openTimes = (locale: Locale, now: Date): Promise<OpenTime[] | null> =>
  fallbackWhenAway(
    'open times',
    async () => listOpenTimes(await getCms(), locale, now),
    () => null,
  )
