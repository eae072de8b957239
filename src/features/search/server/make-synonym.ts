import { Forbidden, type Payload, type PayloadRequest, ValidationError } from 'payload'
import type { User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { readingsOf } from '@/platform/search/stems'
import { expressionsIn } from '@/platform/search/synonym-line'
import { prepareSynonyms, type Synonyms } from '@/platform/search/synonyms'
import { Vocabulary } from '@/platform/search/vocabulary'
import { mostSynonymLines } from '../domain/limits'

const PAGE = 50

export const mayKeepSynonyms = (user: User): boolean => hasRole(user, ...plainRights['search-synonyms'].create)

export interface UnansweredRow {
  id: string
  words: string
  locale: 'ar' | 'en'
  count: number
  lastAskedOn: Date
  /** The line with the closest meaning, or null. */
  suggestion: string | null
}

export interface SynonymChoice {
  id: string
  /** The first expressions of a line. */
  label: string
}

export interface UnansweredPage {
  rows: UnansweredRow[]
  choices: SynonymChoice[]
  page: number
  pages: number
}

const LABEL_EXPRESSIONS = 4

/** One page of searches without a result, the most frequent first, with the lines of synonyms to choose from. */
export async function listUnanswered(payload: Payload, user: User, page: number): Promise<UnansweredPage> {
  const asPerson = { overrideAccess: false, user, depth: 0 } as const
  const [found, lines] = await Promise.all([
    payload.find({ collection: 'unanswered-searches', sort: ['-count', 'key'], limit: PAGE, page, ...asPerson }),
    payload.find({
      collection: 'search-synonyms',
      sort: 'createdAt',
      limit: mostSynonymLines,
      pagination: false,
      select: { words: true },
      ...asPerson,
    }),
  ])
  const expressions = lines.docs.map(({ words }) => expressionsIn(words))
  const suggest = suggester(prepareSynonyms(expressions))
  return {
    rows: found.docs.map(({ id, words, locale, count, lastAskedOn }) => {
      const meaning = suggest(words)
      const suggestion = meaning === null ? null : (lines.docs[meaning]?.id ?? null)
      return { id, words, locale, count, lastAskedOn: new Date(lastAskedOn), suggestion }
    }),
    choices: lines.docs.map(({ id }, place) => ({
      id,
      label: (expressions[place] ?? []).slice(0, LABEL_EXPRESSIONS).join('، '),
    })),
    page: found.page ?? 1,
    pages: found.totalPages,
  }
}

/** Suggests a line of synonyms: one with a related word or a similar spelling. */
function suggester(synonyms: Synonyms): (words: string) => number | null {
  const written = new Vocabulary(synonyms.words)
  return (words) => {
    const all = words.split(' ')
    const [said] = synonyms.find(all)
    if (said) return said.meaning
    for (const word of all) {
      const [related] = synonyms.related(word)
      if (related !== undefined) return related
    }
    const [near] = all
      .flatMap((word) => [word, readingsOf(word).primary])
      .flatMap((word) => written.nearTo(word))
      .flatMap((word) => synonyms.find([word]))
    return near?.meaning ?? null
  }
}

export type MakeSynonymResult =
  | { status: 'ok' }
  /** A new line, which the editor completes: it needs at least two expressions. */
  | { status: 'newLine'; words: string }
  | { status: 'invalid'; message: string }
  | { status: 'forbidden' }
  | { status: 'notFound' }

/**
 * Adds a search to a line of synonyms and takes it off the list.
 * @param line the id of a line, or `new`
 * @param i18n the language of error messages
 */
export async function makeSynonym(
  payload: Payload,
  user: User,
  { question, line, i18n }: { question: string; line: string; i18n?: PayloadRequest['i18n'] },
): Promise<MakeSynonymResult> {
  if (!mayKeepSynonyms(user)) return { status: 'forbidden' }
  const asPerson = { overrideAccess: false, user, depth: 0, disableErrors: true } as const
  const asked = await payload.findByID({ collection: 'unanswered-searches', id: question, ...asPerson })
  if (!asked) return { status: 'notFound' }
  if (line === 'new') return { status: 'newLine', words: asked.words }
  const known = await payload.findByID({ collection: 'search-synonyms', id: line, ...asPerson })
  if (!known) return { status: 'notFound' }
  try {
    await payload.update({
      collection: 'search-synonyms',
      id: line,
      data: { words: `${known.words}، ${asked.words}` },
      overrideAccess: false,
      user,
      ...(i18n && { req: { i18n } }),
    })
  } catch (error) {
    if (error instanceof ValidationError) {
      return { status: 'invalid', message: error.data.errors[0]?.message ?? error.message }
    }
    if (error instanceof Forbidden) return { status: 'forbidden' }
    throw error
  }
  await dismiss(payload, user, question)
  return { status: 'ok' }
}

/** Takes a search off the list. It returns if it is made again. */
export async function dismiss(payload: Payload, user: User, question: string): Promise<void> {
  await payload.delete({
    collection: 'unanswered-searches',
    where: { id: { equals: question } },
    overrideAccess: false,
    user,
  })
}
