'use client'

// Rendered on the server only; see docs/adr/0005.

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { Actions, Button } from '@/ui/button'
import { ErrorSummary, TextInput } from '@/ui/field'
import { linkTo, rich } from '@/ui/rich-tags'
import { freshTrackForm, type TrackFormState } from '../schema'

export function TrackForm({
  action,
  lostHref,
  children,
}: {
  action: (state: TrackFormState, form: FormData) => Promise<TrackFormState>
  lostHref: string
  /** The page's heading, under the error summary. */
  children: ReactNode
}) {
  const [state, formAction] = useActionState(action, freshTrackForm, thisPage)
  const t = useTranslations('cases')
  const words = useTranslations('forms')
  const locale = useLocale()
  const errors = {
    reference: state.errors.reference ? t(`error.reference.${state.errors.reference}`) : undefined,
    code: state.errors.code ? t(`error.code.${state.errors.code}`) : undefined,
  }
  const listed = (['reference', 'code'] as const).flatMap((field) => {
    const text = errors[field]
    return text ? [{ fieldId: field, text }] : []
  })
  return (
    <>
      {state.outcome === 'invalid' ? (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.invalid}
          title={words('summary.invalid', { count: listed.length })}
          errors={listed}
        />
      ) : null}
      {state.outcome === 'unknown' ? (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.unknown}
          title={t('track.unknown')}
          errors={[]}
          note={t.rich('track.unknownNote', linkTo(lostHref))}
        />
      ) : null}
      {state.outcome === 'tooMany' ? (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.tooMany}
          title={t('track.refused')}
          errors={[]}
          note={t('track.refusedNote')}
        />
      ) : null}
      {state.outcome === 'unavailable' ? (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.unavailable}
          title={t('track.unavailable')}
          errors={[]}
          note={t('track.unavailableLead')}
        />
      ) : null}
      {children}
      <form className="form" action={formAction} noValidate>
        <input type="hidden" name="locale" value={locale} />
        <TextInput
          id="reference"
          name="reference"
          inputMode="numeric"
          dir="ltr"
          width="phone"
          autoComplete="off"
          label={t('field.reference')}
          help={t.rich('field.referenceHelp', rich)}
          error={errors.reference}
          errorLabel={words('errorLabel')}
          defaultValue={state.reference}
        />
        <TextInput
          id="code"
          name="code"
          inputMode="text"
          dir="ltr"
          width="phone"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          label={t('field.code')}
          help={t.rich('field.codeHelp', rich)}
          error={errors.code}
          errorLabel={words('errorLabel')}
          defaultValue={state.code}
        />
        <p>
          <a href={lostHref}>{t('lost.title')}</a>
        </p>
        <Actions>
          <Button>{t('track.open')}</Button>
        </Actions>
      </form>
    </>
  )
}
