import type { BilingualLabel } from '@/shared/vocabulary/label'

/** A column of a case that holds a person's words or data, encrypted. */
export interface PersonalField {
  /** What its envelopes are bound to, so that none can be moved to another column. Stored data depends on it. */
  context: string
  isRequired: boolean
  label: BilingualLabel
  description: BilingualLabel
}

type RequiredField = PersonalField & { isRequired: true }
type OptionalField = PersonalField & { isRequired: false }

/** Every case has a heading, words, and contacts where the person left some. A type of case may have more. */
export type PersonalFields = Readonly<
  Record<'subject' | 'message', RequiredField> &
    Record<'name' | 'phone' | 'email', OptionalField> &
    Record<string, PersonalField>
>

/** The same fields in plain words; what a person left out is null. */
export type PersonalValues<Fields extends PersonalFields = PersonalFields> = {
  -readonly [Name in keyof Fields]: Fields[Name]['isRequired'] extends true ? string : string | null
}

const shownApart: readonly string[] = [
  'subject',
  'message',
  'name',
  'phone',
  'email',
] satisfies (keyof PersonalFields)[]

/** The other fields of a type of case that the person filled in, for the facts of the case page. */
export const furtherFields = (
  fields: PersonalFields,
  plain: Readonly<Record<string, string | null>>,
): { label: BilingualLabel; text: string }[] =>
  Object.entries(fields).flatMap(([name, { label }]) => {
    const text = plain[name]
    return text && !shownApart.includes(name) ? [{ label, text }] : []
  })
