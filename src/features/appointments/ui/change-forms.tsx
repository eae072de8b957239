'use client'

// Rendered on the server only; see docs/adr/0005.

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { thisPage } from '@/shared/intake/form-fields'
import { Actions, Button, ButtonLink } from '@/ui/button'
import { ErrorSummary } from '@/ui/field'
import { type ChangeFormState, freshChangeForm, type OpenTime } from '../schema'
import { TimeChoices } from './time-choices'

type Action = (state: ChangeFormState, form: FormData) => Promise<ChangeFormState>

interface ChangeFormProps {
  action: Action
  /** Of the appointment's page. */
  token: string
  backHref: string
  /** The page's heading, under the error summary. */
  children: ReactNode
}

/** Chooses the new time; the present one stays until that is taken. */
export function MoveForm({
  action,
  token,
  backHref,
  times,
  children,
}: ChangeFormProps & { times: readonly OpenTime[] }) {
  const [state, formAction] = useActionState(action, freshChangeForm, thisPage)
  const t = useTranslations('appointments')
  const words = useTranslations('forms')
  const isOfTime = state.outcome === 'taken' || state.outcome === 'required'
  return (
    <>
      <Summary state={state} />
      {children}
      {times.length === 0 ? <p>{t('move.none')}</p> : null}
      <form className="form" action={formAction} noValidate aria-label={t('move.title')}>
        <Hidden token={token} />
        {times.length === 0 ? null : (
          <TimeChoices
            id="time"
            times={times}
            chosen={state.time}
            label={t('move.new')}
            error={isOfTime ? t(`move.${state.outcome as 'taken' | 'required'}`) : undefined}
            errorLabel={words('errorLabel')}
          />
        )}
        <Actions>
          {times.length === 0 ? null : <Button>{t('move.submit')}</Button>}
          <ButtonLink isQuiet href={backHref}>
            {t('move.back')}
          </ButtonLink>
        </Actions>
      </form>
    </>
  )
}

/** Asks once. */
export function CancelForm({ action, token, backHref, children }: ChangeFormProps) {
  const [state, formAction] = useActionState(action, freshChangeForm, thisPage)
  const t = useTranslations('appointments')
  return (
    <>
      <Summary state={state} />
      {children}
      <form className="form" action={formAction} noValidate aria-label={t('cancel.title')}>
        <Hidden token={token} />
        <Actions>
          <Button>{t('cancel.submit')}</Button>
          <ButtonLink isQuiet href={backHref}>
            {t('move.back')}
          </ButtonLink>
        </Actions>
      </form>
    </>
  )
}

function Hidden({ token }: { token: string }) {
  const locale = useLocale()
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
    </>
  )
}

function Summary({ state: { outcome } }: { state: ChangeFormState }) {
  const t = useTranslations('appointments')
  const words = useTranslations('forms')
  if (outcome === 'fresh') return null
  const word = words('errorLabel')
  if (outcome === 'taken' || outcome === 'required') {
    const text = t(`move.${outcome}`)
    return (
      <ErrorSummary
        word={word}
        status={422}
        title={words('summary.invalid', { count: 1 })}
        errors={[{ fieldId: 'time', text }]}
      />
    )
  }
  const status = { over: 409, tooMany: 429, unavailable: 503 } as const
  return <ErrorSummary word={word} status={status[outcome]} title={t(`change.${outcome}`)} errors={[]} />
}
