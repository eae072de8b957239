'use client'

import { useTranslations } from 'next-intl'
import { hasVisibleText } from '@/platform/typed-text'
import { FormStatus, Submit, TextField } from './form-fields'
import { readFields, useFormPost } from './use-form-post'

export interface Offered {
  secret: string
  uri: string
  enrolment: string
  qr: { size: number; path: string }
}

/** The secret that the server offers; null for any other answer. */
export function offeredIn(body: Record<string, unknown>): Offered | null {
  const { secret, uri, enrolment, qr } = body
  const isOffer = [secret, uri, enrolment].every((part) => typeof part === 'string') && typeof qr === 'object'
  return isOffer ? (body as unknown as Offered) : null
}

export const recoveryCodesIn = (body: Record<string, unknown>): string[] =>
  Array.isArray(body.recoveryCodes) ? body.recoveryCodes.map(String) : []

/** Offers the secret as a QR code, a link and a key to type, and asks for a code that proves it was stored. */
export function ConfirmSecret({
  offered,
  challenge,
  onDone,
  onStartAgain,
}: {
  offered: Offered
  /** Only during sign-in. */
  challenge?: string
  onDone: (recoveryCodes: string[]) => void
  onStartAgain: (message: string) => void
}) {
  const form = useFormPost()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.enrol')
  const { secret, uri, qr, enrolment } = offered
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        const code = readFields(event)('code')
        if (!hasVisibleText(code)) return form.showError(formText('codeRequired'), 'code')
        const answered = await form.post('/second-factor/confirm', { challenge, enrolment, code })
        if (answered?.isOk) onDone(recoveryCodesIn(answered.body))
        else if (answered?.code === 'start-again') onStartAgain(answered.message)
        else if (answered) form.showError(answered.message, answered.field)
      }}
    >
      <p>{t('scan')}</p>
      <svg className="auth-qr" role="img" aria-label={t('qr')} viewBox={`0 0 ${qr.size} ${qr.size}`}>
        <path d={qr.path} />
      </svg>
      <p>
        <a href={uri}>{t('open')}</a>
      </p>
      <p>
        {t('manual')}
        <code className="auth-key" dir="ltr">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      <FormStatus error={form.error} />
      <TextField
        name="code"
        label={t('codeLabel')}
        inputMode="numeric"
        autoComplete="one-time-code"
        isCode
        error={form.errorAt('code')}
      />
      <Submit isPending={form.isPending}>{t('confirm')}</Submit>
    </form>
  )
}
