'use client'

// Rendered on the server only; see docs/adr/0005.

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { Honeypot } from '@/shared/intake/ui/honeypot'
import { Actions, Button } from '@/ui/button'
import { ErrorSummary, TextInput } from '@/ui/field'
import { rich } from '@/ui/rich-tags'
import { freshLostForm, type LostFormState } from '../schema'

/** Asks where to send a new link. */
export function LostForm({
  action,
  children,
}: {
  action: (state: LostFormState, form: FormData) => Promise<LostFormState>
  /** The page's heading, under the error summary. */
  children: ReactNode
}) {
  const [state, formAction] = useActionState(action, freshLostForm, thisPage)
  const t = useTranslations('cases')
  const words = useTranslations('forms')
  const locale = useLocale()
  const errors = {
    contact: state.errors.contact ? t(`error.contact.${state.errors.contact}`) : undefined,
    reference: state.errors.reference ? t(`error.reference.${state.errors.reference}`) : undefined,
  }
  const listed = (['contact', 'reference'] as const).flatMap((field) => {
    const text = errors[field]
    return text ? [{ fieldId: field, text }] : []
  })
  return (
    <>
      {state.outcome === 'fresh' ? null : (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm[state.outcome]}
          title={
            state.outcome === 'invalid'
              ? words('summary.invalid', { count: listed.length })
              : t(`lost.returned.${state.outcome}`)
          }
          errors={listed}
        />
      )}
      {children}
      <form className="form" action={formAction} noValidate>
        <input type="hidden" name="locale" value={locale} />
        <TextInput
          id="contact"
          name="contact"
          inputMode="email"
          dir="ltr"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          label={t('field.contact')}
          help={t.rich('field.contactHelp', rich)}
          error={errors.contact}
          errorLabel={words('errorLabel')}
          defaultValue={state.contact}
        />
        <TextInput
          id="reference"
          name="reference"
          inputMode="numeric"
          dir="ltr"
          width="phone"
          autoComplete="off"
          label={t('field.reference')}
          optionalLabel={words('optional')}
          help={t.rich('field.referenceLost', rich)}
          error={errors.reference}
          errorLabel={words('errorLabel')}
          defaultValue={state.reference}
        />
        <Honeypot />
        <Actions>
          <Button>{t('lost.send')}</Button>
        </Actions>
      </form>
    </>
  )
}
