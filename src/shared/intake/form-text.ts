import { randomToken } from '@/platform/crypto'
import { typedLine, typedText } from '@/platform/typed-text'
import { formKeyField } from './form-fields'

/** More than any field takes, so that an absurd text is refused by its limit and not echoed whole. */
const LONGEST = 20_000

/** 128 random bits and more, URL-safe. */
const keyShape = /^[A-Za-z0-9_-]{22,64}$/

/** What was typed into a posted field, cleaned; empty when the form has no such field. */
export const formText = (form: FormData, name: string): string => typedText(form.get(name), LONGEST)

/** The same of a field of one line. */
export const formLine = (form: FormData, name: string): string => typedLine(form.get(name), LONGEST)

/** The form's own key if it came with a usable one, else a new one. */
export function formKeyOf(form: FormData): { submissionKey: string; isKeyless: boolean } {
  const posted = formText(form, formKeyField)
  return keyShape.test(posted)
    ? { submissionKey: posted, isKeyless: false }
    : { submissionKey: randomToken(), isKeyless: true }
}
