import type { Payload } from 'payload'
import { contentPages } from '@/features/site/domain/pages'
import type { DocumentSlug } from '@/platform/rights'
import { p, richText } from '@/seed/rich-text'

/**
 * Documents with drafts in each stored state, written past hooks and rights: complete in both
 * languages, so that only a right can keep them from being published. A new collection with drafts
 * has no sample and fails the walk over rights until it states one.
 */

export const storedStates = ['draft', 'published', 'published, newer draft'] as const
export type StoredState = (typeof storedStates)[number]

interface Sample {
  /** A localized text that tells one state of the document from another. */
  marker: string
  /** As the database keeps it. */
  data(mark: string, state: StoredState): Record<string, unknown>
  /** As somebody sends it to the API, in Arabic. */
  body(mark: string): Record<string, unknown>
}

const both = <Value>(ar: Value, en: Value = ar) => ({ ar, en })
/** The editions of a seeded policy come before it. */
const FIRST_NUMBER = 100

let count = 0
const unique = () => {
  count += 1
  return `sample-${count}`
}

const titled = (data: Record<string, unknown>, body: Record<string, unknown>): Omit<Sample, 'marker'> => ({
  data: (mark) => ({ slug: unique(), ...data, title: both(mark) }),
  body: (mark) => ({ slug: unique(), ...body, title: mark }),
})

const question = { key: 'q-one', kind: 'short-text', isRequired: false, hasNotApplicable: true }

export const samples = (policy: string): Record<DocumentSlug, Sample> => ({
  pages: {
    marker: 'title',
    // There are three places, and one document may be kept in each state at a time.
    data: (mark, state) => ({
      slug: contentPages[storedStates.indexOf(state)],
      title: both(mark),
      body: both(richText(p('نص'))),
    }),
    body: (mark) => ({ slug: 'about', title: mark, body: richText(p('نص')) }),
  },
  services: {
    marker: 'title',
    ...titled(
      {
        need: both('أريد'),
        summary: both('خلاصة'),
        audiences: ['beneficiaries'],
        action: { kind: 'ask', label: both('سؤال') },
        order: 1,
      },
      {
        need: 'أريد',
        summary: 'خلاصة',
        audiences: ['beneficiaries'],
        action: { kind: 'ask', label: 'سؤال' },
        order: 1,
      },
    ),
  },
  policies: {
    marker: 'title',
    ...titled(
      { category: 'governance', audiences: ['beneficiaries'] },
      { category: 'governance', audiences: ['beneficiaries'] },
    ),
  },
  editions: {
    marker: 'translationNote',
    data: (mark) => {
      count += 1
      return {
        policy,
        number: FIRST_NUMBER + count,
        sections: [
          {
            id: unique(),
            kind: 'goal',
            anchor: 'goal',
            clauses: [{ id: unique(), anchor: 'goal-1', text: both('نص') }],
          },
        ],
        decision: { meetingDate: '2021-02-25T12:00:00.000Z' },
        effectiveFrom: '2021-02-25T12:00:00.000Z',
        translationNote: both(mark),
      }
    },
    body: (mark) => {
      count += 1
      return {
        policy,
        number: FIRST_NUMBER + count,
        sections: [{ kind: 'goal', clauses: [{ text: 'نص' }] }],
        decision: { hijri: '13/7/1442' },
        translationNote: mark,
      }
    },
  },
  surveys: {
    marker: 'title',
    data: (mark) => ({
      slug: unique(),
      round: 1,
      audiences: ['everyone'],
      title: both(mark),
      introduction: both('مقدمة'),
      questions: [{ ...question, id: unique(), text: both('ما رأيكم؟') }],
    }),
    body: (mark) => ({
      slug: unique(),
      round: 1,
      audiences: ['everyone'],
      title: mark,
      introduction: 'مقدمة',
      questions: [{ ...question, text: 'ما رأيكم؟' }],
    }),
  },
})

/** What stands first in the history of every document, what it says now, and what its newer draft says. */
export const marks = { earlier: 'earlier', now: 'now', newer: 'newer' } as const

/** @returns the document's id */
export async function storeDocument(
  payload: Payload,
  collection: DocumentSlug,
  sample: Sample,
  state: StoredState,
): Promise<string> {
  const status = state === 'draft' ? 'draft' : 'published'
  const data = { ...sample.data(marks.now, state), _status: status }
  const { id } = await payload.db.create({ collection, data: structuredClone(data) })
  const version = (mark: string, of: 'draft' | 'published', day: number) => {
    const at = `2026-01-0${day}T00:00:00.000Z`
    return payload.db.createVersion({
      collectionSlug: collection,
      parent: id,
      autosave: false,
      createdAt: at,
      updatedAt: at,
      versionData: structuredClone({
        ...data,
        [sample.marker]: both(mark),
        _status: of,
        createdAt: at,
        updatedAt: at,
      }) as never,
    })
  }
  await version(marks.earlier, status, 1)
  await version(marks.now, status, 2)
  if (state === 'published, newer draft') await version(marks.newer, 'draft', 3)
  return String(id)
}

export async function removeDocument(payload: Payload, collection: DocumentSlug, id: string): Promise<void> {
  await payload.db.deleteVersions({ collection, where: { parent: { equals: id } } })
  await payload.db.deleteOne({ collection, where: { id: { equals: id } }, returning: false })
}
