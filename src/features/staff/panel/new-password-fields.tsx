'use client'

import { PasswordField } from './entrance-fields'
import type { FormWords, PasswordWords } from './entrance-words'

/** A password and the same again, with the rule said beforehand. */
export function NewPasswordFields({
  words,
  form,
  errorAt,
}: {
  words: Pick<PasswordWords, 'label' | 'rule' | 'repeat'>
  form: FormWords
  errorAt: (field: string) => string | null
}) {
  return (
    <>
      <PasswordField
        name="password"
        label={words.label}
        hint={words.rule}
        autoComplete="new-password"
        words={form}
        error={errorAt('password')}
      />
      <PasswordField
        name="repeat"
        label={words.repeat}
        autoComplete="new-password"
        words={form}
        error={errorAt('repeat')}
      />
    </>
  )
}
