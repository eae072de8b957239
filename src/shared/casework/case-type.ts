import type { Inquiry } from '@/payload-types'
import type { MailText } from '@/shared/messages/mail-text'
import type { BilingualLabel } from '@/shared/vocabulary/label'
import type { CaseRules } from './domain/case-rules'
import type { PersonalFields } from './domain/personal-fields'
import type { ToldStep } from './domain/told-steps'
import type { MailFacts } from './server/mail-facts'

export interface FollowUpFacts {
  type: 'reminded' | 'noReply'
  /** What we asked. */
  question: string
  /** The day on which the case is closed; null for never, and once it is. */
  closesAt: Date | null
}

export type CaseKind = Inquiry['kind']

/**
 * What one type of case differs in from others. All share the collection, the timeline, references,
 * the inbox, the case page and the tracking page. Types are listed in payload.config.ts.
 */
export interface CaseType {
  /** What a case of this type can be, in the order in which it is offered. A kind belongs to one type. */
  kinds: Readonly<Partial<Record<CaseKind, BilingualLabel>>>
  rules: CaseRules
  personalFields: PersonalFields
  /** What the person is told by mail. */
  mails: {
    acknowledgement(facts: MailFacts & { code: string }): MailText
    /** An answer, an interim reply or a question of ours, in its own words. */
    message(facts: MailFacts & { type: ToldStep; words: string }): MailText
    /** We still wait for the reply to a question, or have closed the case without one. */
    followUp(facts: MailFacts & FollowUpFacts): MailText
  }
}

/**
 * For the collection's configuration, where {@link caseTypeOf} finds them.
 * @throws when two types share a kind, or mean different things by one column
 */
export function custom(caseTypes: readonly CaseType[]): { caseTypes: readonly CaseType[] } {
  const kinds = caseTypes.flatMap((type) => Object.keys(type.kinds))
  const repeated = kinds.find((kind, index) => kinds.indexOf(kind) !== index)
  if (repeated) throw new Error(`Two types of case have the kind ${repeated}.`)
  for (const [name, { context }] of caseTypes.flatMap((type) => Object.entries(type.personalFields))) {
    const other = caseTypes.find(({ personalFields }) => (personalFields[name]?.context ?? context) !== context)
    if (other) throw new Error(`Two types of case bind the column ${name} to different contexts.`)
  }
  return { caseTypes }
}

type WithCases = { collections: { inquiries: { config: { custom?: Record<string, unknown> } } } }

const typesIn = ({ collections }: WithCases): readonly CaseType[] =>
  (collections.inquiries.config.custom as ReturnType<typeof custom>).caseTypes

/**
 * The type that a case of this kind is of.
 * @throws when no type has it: the row is of a version that knew another type
 */
export function caseTypeOf(payload: WithCases, { kind }: Pick<Inquiry, 'kind'>): CaseType {
  const type = typesIn(payload).find(({ kinds }) => Object.hasOwn(kinds, kind))
  if (!type) throw new Error(`No type of case has the kind ${kind}.`)
  return type
}

/** The names of all kinds, for lists in which every type stands. */
export const kindLabels = (payload: WithCases): Readonly<Record<CaseKind, BilingualLabel>> =>
  Object.assign({}, ...typesIn(payload).map(({ kinds }) => kinds)) as Record<CaseKind, BilingualLabel>
