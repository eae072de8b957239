import type { Payload } from 'payload'
import { getCms } from '@/payload/get-cms'
import { westernDigits } from '@/platform/arabic'
import { storedDay } from '@/platform/calendar'
import { forgetRows } from '@/platform/forget-rows'
import type { Job } from '@/platform/jobs'
import { logger } from '@/platform/logger'
import { updateRow } from '@/platform/raw-writes'
import { isStopWord } from '@/platform/search/stop-words'
import { wordsOf } from '@/platform/search/words'
import { asSystem } from '@/platform/system-payload'

type Locale = 'ar' | 'en'

const limits = {
  /** Longer searches are sentences and may be personal. */
  words: 5,
  letters: 60,
  lettersOfWord: 25,
  /** Different searches held in memory until they are written; further ones are dropped. */
  waiting: 100,
  /** Different searches stored per day. */
  aDay: 200,
  keptDays: 90,
} as const

const WRITTEN_AFTER_MS = 3000
const DAY_MS = 86_400_000

/**
 * The words of a search that may be stored, normalised. Null for anything that could identify a person (digits,
 * addresses, long sentences) and for text in neither language.
 */
export function wordsToKeep(question: string): string | null {
  if (/[\d@\\/]|www\.|\.\p{L}/iu.test(westernDigits(question))) return null
  const words = wordsOf(question)
    .flatMap(({ normal }) => [...normal])
    .filter((word) => !isStopWord(word))
  const kept = words.join(' ')
  const isKeepable =
    words.length > 0 &&
    words.length <= limits.words &&
    kept.length <= limits.letters &&
    words.some((word) => word.length > 2) &&
    words.every((word) => word.length <= limits.lettersOfWord && /^(\p{Script=Arabic}+|[a-z]+)$/u.test(word))
  return isKeepable ? kept : null
}

interface Waiting {
  words: string
  locale: Locale
  count: number
}

const waiting = new Map<string, Waiting>()
let isTimed = false

/** Records a search that found nothing. It is written later, so that no response waits for it. */
export function noteUnanswered(question: string, locale: Locale): void {
  const words = wordsToKeep(question)
  if (words === null) return
  const key = `${locale}:${words}`
  const noted = waiting.get(key)
  if (noted) noted.count += 1
  else if (waiting.size < limits.waiting) waiting.set(key, { words, locale, count: 1 })
  if (isTimed) return
  isTimed = true
  setTimeout(() => {
    isTimed = false
    // A failed write is dropped: the list is a hint for editors, not a record.
    getCms()
      .then((payload) => writeUnanswered(payload))
      .catch((error: unknown) => logger.warn({ err: error }, 'questions without a result could not be written down'))
  }, WRITTEN_AFTER_MS).unref()
}

/** Writes down what was noted, one statement a question. */
export async function writeUnanswered(payload: Payload, now = new Date()): Promise<void> {
  const noted = [...waiting]
  waiting.clear()
  const day = storedDay(now).toISOString()
  let room: number | null = null
  for (const [key, { words, locale, count }] of noted) {
    if (await countMore(payload, key, count, day)) continue
    room ??= limits.aDay - (await countNewOf(payload, day))
    if (room <= 0) continue
    room -= 1
    await payload
      .create({
        collection: 'unanswered-searches',
        data: { key, words, locale, count, firstAskedOn: day, lastAskedOn: day },
        ...asSystem('note-search'),
      })
      // Another process wrote it at the same moment.
      .catch(() => countMore(payload, key, count, day))
  }
}

async function countMore(payload: Payload, key: string, count: number, day: string): Promise<boolean> {
  const counted = await updateRow(payload, 'count', {
    collection: 'unanswered-searches',
    where: { key: { equals: key } },
    data: { count: { $inc: count }, lastAskedOn: day },
  })
  return counted !== null
}

async function countNewOf(payload: Payload, day: string): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'unanswered-searches',
    where: { firstAskedOn: { equals: day } },
    ...asSystem('note-search'),
  })
  return totalDocs
}

/** Erases what was first asked ninety days ago, however often it was asked since. */
export const forgetUnanswered: Job = {
  name: 'unanswered-searches',
  run(payload, now) {
    const until = storedDay(new Date(now.getTime() - limits.keptDays * DAY_MS)).toISOString()
    return forgetRows(payload, 'unanswered-searches', { firstAskedOn: { less_than_equal: until } })
  },
}
