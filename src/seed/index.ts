import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { correctEnglish } from '@/seed/correct-texts'
import { seedPolicies } from '@/seed/policies'
import { seedSynonyms } from '@/seed/search-synonyms'
import { addServiceKeywords, seedServices } from '@/seed/services'
import { seedSignIn } from '@/seed/sign-in'
import { renewPage, seedSite, seedsOfLaterPages } from '@/seed/site'
import { seedSurveys } from '@/seed/surveys'
import { seedWorkingCalendar } from '@/seed/working-calendar'
import { projectUnfinished } from '@/shared/casework/cms/repair-projections'
import { markDueDates } from '@/shared/casework/server/notices/notice-jobs'

interface Seed {
  /** Never renamed: the database remembers it. */
  name: string
  run(payload: Payload): Promise<void>
}

/** The association's real content, in the order in which one part refers to another. */
export const seeds: readonly Seed[] = [
  { name: 'policies', run: seedPolicies },
  { name: 'services', run: seedServices },
  { name: 'site', run: seedSite },
  { name: 'surveys', run: seedSurveys },
  { name: 'search-synonyms', run: seedSynonyms },
  { name: 'service-keywords', run: addServiceKeywords },
  { name: 'privacy-notice-2026-11.8', run: (payload) => renewPage(payload, 'privacy') },
  { name: 'about-2026-11', run: (payload) => renewPage(payload, 'about') },
  { name: 'accessibility-2026-11', run: (payload) => renewPage(payload, 'accessibility') },
  { name: 'corrected-english-2026-11', run: correctEnglish },
  // The clock is paused while we wait for the person, and an unassigned case goes to the one who answers.
  { name: 'inquiry-clocks-2026-11', run: projectUnfinished },
  { name: 'working-calendar', run: seedWorkingCalendar },
  // Answers are due at the end of a working day.
  { name: 'inquiry-clocks-2026-12', run: projectUnfinished },
  { name: 'due-notices-2026-11', run: markDueDates },
  // What has passed already is escalated too.
  { name: 'escalations-2026-11', run: markDueDates },
  { name: 'sign-in-settings', run: seedSignIn },
  ...seedsOfLaterPages,
]

async function isDone(payload: Payload, key: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'system-records',
    where: { key: { equals: key } },
    ...asSystem('seed'),
  })
  return totalDocs > 0
}

/**
 * Runs every seed that this database has not had. Each is marked when it is done, so that what an
 * editor changes or deletes stays so; one that was killed half-way runs again and, being
 * idempotent, completes itself.
 * @returns the names of the seeds that ran
 */
export async function runSeeds(payload: Payload, all: readonly Seed[] = seeds): Promise<string[]> {
  const ran: string[] = []
  for (const seed of all) {
    const key = `seed:${seed.name}`
    if (await isDone(payload, key)) continue
    await seed.run(payload)
    await payload.create({ collection: 'system-records', data: { key, value: 1 }, ...asSystem('seed') })
    ran.push(seed.name)
  }
  return ran
}
