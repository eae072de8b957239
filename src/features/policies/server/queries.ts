import type { Payload } from 'payload'
import { clauseNumber } from '@/features/policies/domain/clauses'
import { editionInForce, editionStates, nextEdition } from '@/features/policies/domain/in-force'
import {
  type EditionView,
  type FileView,
  numberOf,
  type PolicyListItem,
  type PolicyView,
  type SectionView,
  type Worded,
} from '@/features/policies/domain/policy-view'
import type { Locale } from '@/i18n/routing'
import { getCms } from '@/payload/get-cms'
import type { Edition, Media, Policy } from '@/payload-types'
import { startOfDay } from '@/platform/calendar'
import { fileName } from '@/platform/file-name'

/** Reads of the public site. They run with a visitor's rights, so that only what is published is found. */

const MAX_POLICIES = 300
const MAX_EDITIONS = 1000
const asVisitor = { overrideAccess: false, fallbackLocale: false, pagination: false } as const

export interface NewestPolicy {
  slug: string
  title: Worded
  /** The stored instant of the day from which its edition is in force. */
  effectiveFrom: Date
}

/** Every policy that has an approved edition, in the order of its titles. */
export async function listPolicies(locale: Locale, now = new Date()): Promise<PolicyListItem[]> {
  const payload = await getCms()
  const { docs: policies } = await payload.find({
    collection: 'policies',
    sort: 'sortKey',
    limit: MAX_POLICIES,
    depth: 0,
    locale,
    ...asVisitor,
  })
  if (policies.length === 0) return []
  const [arabic, { docs: editions }] = await Promise.all([
    arabicTitles(payload, policies, locale),
    payload.find({
      collection: 'editions',
      where: { policy: { in: policies.map(({ id }) => id) } },
      limit: MAX_EDITIONS,
      depth: 0,
      select: { policy: true, number: true, effectiveFrom: true },
      ...asVisitor,
    }),
  ])
  return policies.flatMap((policy) => {
    const dated = editions.filter((edition) => idOf(edition.policy) === policy.id).flatMap(withDates)
    const inForce = editionInForce(dated, now)
    const shown = inForce ?? nextEdition(dated, now)
    if (!shown) return []
    return {
      slug: policy.slug,
      title: worded(policy.title, arabic.get(policy.id), locale),
      category: policy.category,
      audiences: policy.audiences,
      editionNumber: shown.number,
      effectiveFrom: shown.effectiveFrom,
      isInForce: inForce !== null,
    }
  })
}

/** The policy that came into force last, for the home page; null before the first one. */
export async function newestPolicy(locale: Locale, now = new Date()): Promise<NewestPolicy | null> {
  const inForce = (await listPolicies(locale, now)).filter(({ isInForce }) => isInForce)
  const newest = inForce.toSorted((a, b) => b.effectiveFrom.getTime() - a.effectiveFrom.getTime())[0]
  return newest ? { slug: newest.slug, title: newest.title, effectiveFrom: newest.effectiveFrom } : null
}

/** A policy with the edition in force at `now`; null when no such policy is published. */
export async function getPolicy(locale: Locale, slug: string, now = new Date()): Promise<PolicyView | null> {
  const payload = await getCms()
  const [policy, arabicPolicy] = await Promise.all([
    findPolicy(payload, slug, locale),
    locale === 'ar' ? null : findPolicy(payload, slug, 'ar'),
  ])
  if (!policy) return null
  const { docs } = await payload.find({
    collection: 'editions',
    where: { policy: { equals: policy.id } },
    sort: '-number',
    limit: MAX_EDITIONS,
    depth: 0,
    locale,
    select: { number: true, effectiveFrom: true, changeNote: true },
    ...asVisitor,
  })
  const dated = docs.flatMap(withDates)
  const shown = editionInForce(dated, now) ?? nextEdition(dated, now)
  if (!shown) return null
  const [edition, arabicEdition] = await Promise.all([
    findEdition(payload, shown.id, locale),
    locale === 'ar' ? null : findEdition(payload, shown.id, 'ar'),
  ])
  const states = editionStates(dated, now)
  const sections = sectionsOf(edition, arabicEdition, locale)
  return {
    slug: policy.slug,
    title: worded(policy.title, arabicPolicy?.title, locale),
    category: policy.category,
    audiences: policy.audiences,
    brief: (policy.brief ?? []).map(({ id, sentence, anchor }) => ({
      sentence: worded(sentence, arabicPolicy?.brief?.find((row) => row.id === id)?.sentence, locale),
      anchor,
      number: numberOf(anchor, sections),
    })),
    edition: {
      number: shown.number,
      state: states.find(({ edition: { id } }) => id === shown.id)?.state ?? 'upcoming',
      effectiveFrom: shown.effectiveFrom,
      sections,
      ...approvalOf(edition, arabicEdition, sections, locale),
    },
    editions: states.map(({ edition: { number, effectiveFrom, changeNote }, state }) => ({
      number,
      state,
      effectiveFrom,
      changeNote: changeNote ? { text: changeNote, lang: locale } : null,
    })),
  }
}

export interface ClauseReference {
  policySlug: string
  anchor: string
  /** 6.3, as the policy's page numbers it now. */
  number: string
}

/** The numbers of clauses that other content refers to; those not in force are left out. */
export async function findClauses(
  references: readonly { policy: string; anchor: string }[],
  now = new Date(),
): Promise<ClauseReference[]> {
  if (references.length === 0) return []
  const payload = await getCms()
  const ids = [...new Set(references.map(({ policy }) => policy))]
  const [{ docs: policies }, { docs: editions }] = await Promise.all([
    payload.find({
      collection: 'policies',
      where: { id: { in: ids } },
      limit: ids.length,
      depth: 0,
      select: { slug: true },
      ...asVisitor,
    }),
    payload.find({
      collection: 'editions',
      where: { policy: { in: ids } },
      limit: MAX_EDITIONS,
      depth: 0,
      locale: 'ar',
      ...asVisitor,
    }),
  ])
  return references.flatMap(({ policy, anchor }) => {
    const slug = policies.find(({ id }) => id === policy)?.slug
    const dated = editions.filter((edition) => idOf(edition.policy) === policy).flatMap(withDates)
    const inForce = editionInForce(dated, now)
    if (!slug || !inForce) return []
    const number = numberOf(anchor, sectionsOf(inForce, null, 'ar'))
    return number === anchor ? [] : { policySlug: slug, anchor, number }
  })
}

/**
 * The current clause numbers of a policy by anchor, such as 6.1. Empty when the policy is not published.
 * @param slug address of the policy
 */
export async function clauseNumbers(slug: string, now = new Date()): Promise<ReadonlyMap<string, string>> {
  const policy = await getPolicy('ar', slug, now)
  const clauses = policy?.edition.sections.flatMap((section) => section.clauses) ?? []
  return new Map(clauses.map(({ anchor, number }) => [anchor, number]))
}

const idOf = (relation: string | { id: string }): string => (typeof relation === 'string' ? relation : relation.id)

/** Approved editions always have a number and an effective day; anything else is left out. */
const withDates = <E extends Pick<Edition, 'number' | 'effectiveFrom'>>(edition: E) =>
  edition.number && edition.effectiveFrom
    ? [
        {
          ...edition,
          number: edition.number,
          effectiveFrom: new Date(edition.effectiveFrom),
          effectiveAt: startOfDay(new Date(edition.effectiveFrom)),
        },
      ]
    : []

const worded = (text: string | null | undefined, arabic: string | null | undefined, locale: Locale): Worded =>
  text ? { text, lang: locale } : { text: arabic ?? '', lang: 'ar' }

async function arabicTitles(payload: Payload, policies: Policy[], locale: Locale): Promise<Map<string, string>> {
  const untranslated = policies.filter(({ title }) => !title).map(({ id }) => id)
  if (locale === 'ar' || untranslated.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'policies',
    where: { id: { in: untranslated } },
    limit: untranslated.length,
    depth: 0,
    locale: 'ar',
    select: { title: true },
    ...asVisitor,
  })
  return new Map(docs.map(({ id, title }) => [id, title]))
}

async function findPolicy(payload: Payload, slug: string, locale: Locale): Promise<Policy | null> {
  const { docs } = await payload.find({
    collection: 'policies',
    where: { slug: { equals: slug } },
    limit: 1,
    depth: 0,
    locale,
    ...asVisitor,
  })
  return docs[0] ?? null
}

const findEdition = (payload: Payload, id: string, locale: Locale): Promise<Edition> =>
  payload.findByID({ collection: 'editions', id, depth: 1, locale, overrideAccess: false, fallbackLocale: false })

function sectionsOf(edition: Edition, arabic: Edition | null, locale: Locale): SectionView[] {
  const arabicSections = new Map(arabic?.sections?.map((section) => [section.id, section]))
  return (edition.sections ?? []).map((section, s) => {
    const original = arabicSections.get(section.id)
    const heading = worded(section.heading, original?.heading, locale)
    return {
      anchor: section.anchor ?? '',
      kind: section.kind,
      number: String(s + 1),
      heading: heading.text ? heading : null,
      clauses: (section.clauses ?? []).map((clause, c) => ({
        anchor: clause.anchor ?? '',
        number: clauseNumber(s, c),
        text: worded(clause.text, original?.clauses?.find(({ id }) => id === clause.id)?.text, locale),
        doubts: (clause.doubts ?? []).map(({ word, suggestion }) => ({ word, suggestion })),
      })),
    }
  })
}

function approvalOf(
  edition: Edition,
  arabic: Edition | null,
  sections: SectionView[],
  locale: Locale,
): Omit<EditionView, 'number' | 'state' | 'effectiveFrom' | 'sections'> {
  const { decision, coverYear } = edition
  const session = worded(decision?.session, arabic?.decision?.session, locale)
  return {
    meetingDate: decision?.meetingDate ? new Date(decision.meetingDate) : null,
    session: session.text ? session : null,
    resolution: decision?.resolution || null,
    coverYears: (['hijri', 'gregorian'] as const).flatMap((calendar) => {
      const year = coverYear?.[calendar]
      return year ? [{ calendar, year }] : []
    }),
    errata: (edition.errata ?? []).map(({ anchor, scanned, published }) => ({
      anchor,
      number: numberOf(anchor, sections),
      scanned,
      published,
    })),
    translationNote: edition.translationNote || null,
    isTranslationOutdated: Boolean(edition.translationOutdated),
    attachedFile: fileOf(edition.attachedFile, `${edition.id}-approved`),
    sourceText: fileOf(edition.sourceText, `${edition.id}-scan`),
  }
}

function fileOf(file: string | Media | null | undefined, fallbackName: string): FileView | null {
  if (!file || typeof file === 'string' || !file.address) return null
  return {
    url: file.address,
    fileName: fileName(file.originalName || fallbackName, file.mimeType ?? ''),
    kind: (file.address.split('.').pop() ?? '').toUpperCase(),
    bytes: file.filesize ?? 0,
  }
}
