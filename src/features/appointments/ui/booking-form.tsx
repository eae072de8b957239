'use client'

// Rendered on the server only: its script is dropped (src/delivery/post-process.ts). See docs/adr/0005.

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { formKeyField, statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { counterAttributes, formAttributes } from '@/shared/intake/ui/form-attributes'
import { Honeypot } from '@/shared/intake/ui/honeypot'
import { Actions, Button } from '@/ui/button'
import { Checkbox, ErrorSummary, TextArea, TextInput } from '@/ui/field'
import { linkTo, rich } from '@/ui/rich-tags'
import {
  type BookingErrors,
  type BookingField,
  type BookingFormState,
  type BookingValues,
  bookingFields,
  freshBookingForm,
  limits,
  type OpenTime,
} from '../schema'
import { TimeChoices } from './time-choices'

export interface BookingFormProps {
  action: (state: BookingFormState, form: FormData) => Promise<BookingFormState>
  times: readonly OpenTime[]
  /** The sealed token of the case that it is about; empty without one. */
  caseToken: string
  privacyHref: string
  /** The page's heading, under the error summary. */
  children: ReactNode
}

const nothing: BookingValues = { time: '', name: '', phone: '', email: '', about: '', consent: false }

export function BookingForm({ action, times, caseToken, privacyHref, children }: BookingFormProps) {
  const [state, formAction] = useActionState(action, freshBookingForm, thisPage)
  const t = useTranslations('appointments')
  const words = useTranslations('forms')
  const locale = useLocale()
  const errorOf = errorTexts(state.errors, t)
  const typed = state.values ?? nothing
  const frame = (field: BookingField) => ({ id: field, error: errorOf(field), errorLabel: words('errorLabel') })
  return (
    <>
      <Summary state={state} errorOf={errorOf} />
      {children}
      <form
        className="form"
        action={formAction}
        noValidate
        aria-label={t('form')}
        {...formAttributes(words)}
        data-returned={state.outcome === 'fresh' ? undefined : 'yes'}
        data-challenge="/challenge"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={caseToken} />
        <input type="hidden" name={formKeyField} value={state.submissionKey ?? ''} autoComplete="off" />
        <input type="hidden" name="proof" value="" autoComplete="off" />
        <TimeChoices {...frame('time')} times={times} chosen={typed.time} label={t('field.time')} />
        <TextInput
          {...frame('name')}
          name="name"
          label={t('field.name')}
          help={t('field.nameHelp')}
          autoComplete="name"
          defaultValue={typed.name}
        />
        <TextInput
          {...frame('phone')}
          name="phone"
          type="tel"
          inputMode="tel"
          dir="ltr"
          width="phone"
          label={t('field.phone')}
          help={t.rich('field.phoneHelp', rich)}
          autoComplete="tel"
          defaultValue={typed.phone}
        />
        <TextInput
          {...frame('email')}
          name="email"
          type="email"
          inputMode="email"
          dir="ltr"
          label={t('field.email')}
          help={t('field.emailHelp')}
          autoComplete="email"
          defaultValue={typed.email}
        />
        <TextArea
          {...frame('about')}
          {...counterAttributes(words, limits.about)}
          name="about"
          rows={3}
          label={t('field.about')}
          optionalLabel={words('optional')}
          help={t('field.aboutHelp')}
          defaultValue={typed.about}
        />
        <Checkbox
          {...frame('consent')}
          name="consent"
          label={t.rich('field.consent', linkTo(privacyHref))}
          isChecked={typed.consent}
        />
        <Honeypot />
        <Actions>
          <Button>{t('book')}</Button>
        </Actions>
      </form>
    </>
  )
}

type Translator = ReturnType<typeof useTranslations<'appointments'>>

function errorTexts(errors: BookingErrors, t: Translator) {
  return (field: BookingField): ReactNode => {
    const code = errors[field]
    // Each field has a sentence for every code that its schema gives.
    return code ? t(`error.${field}.${code}` as Parameters<Translator>[0]) : undefined
  }
}

/** First on the page: what is left to do, or why nothing was booked. */
function Summary({ state, errorOf }: { state: BookingFormState; errorOf: (field: BookingField) => ReactNode }) {
  const words = useTranslations('forms')
  const t = useTranslations('appointments')
  if (state.outcome === 'fresh') return null
  const errors = bookingFields.flatMap((field) => {
    const text = errorOf(field)
    return text ? [{ fieldId: field, text }] : []
  })
  const said = {
    invalid: { title: words('summary.invalid', { count: errors.length }), note: t('refused.kept') },
    tooMany: { title: t('refused.title'), note: t('refused.note') },
    again: { title: words('summary.again'), note: words('summary.againNote') },
    unavailable: { title: words('summary.unavailable'), note: t('refused.later') },
  }[state.outcome]
  return (
    <ErrorSummary
      word={words('errorLabel')}
      status={statusOfReturnedForm[state.outcome]}
      errors={state.outcome === 'invalid' ? errors : []}
      {...said}
    />
  )
}
