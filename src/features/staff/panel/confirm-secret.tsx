'use client'

import { useTranslations } from 'next-intl'
import { hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import { fieldsOf, useAsking } from './use-asking'

export interface Offered {
  secret: string
  uri: string
  enrolment: string
  qr: { size: number; path: string }
}

/** What the server offers, if that is what it sent. */
export function offeredIn(body: Record<string, unknown>): Offered | null {
  const { secret, uri, enrolment, qr } = body
  const isOffer = [secret, uri, enrolment].every((part) => typeof part === 'string') && typeof qr === 'object'
  return isOffer ? (body as unknown as Offered) : null
}

export const recoveryCodesIn = (body: Record<string, unknown>): string[] =>
  Array.isArray(body.recoveryCodes) ? body.recoveryCodes.map(String) : []

/** A square for the camera, a link for this very telephone, a key to type: then the code that proves it. */
export function ConfirmSecret({
  offered,
  challenge,
  onDone,
  onStartAgain,
}: {
  offered: Offered
  /** In the middle of signing in. */
  challenge?: string
  onDone: (recoveryCodes: string[]) => void
  onStartAgain: (message: string) => void
}) {
  const form = useAsking()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.enrol')
  const { secret, uri, qr, enrolment } = offered
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        const code = fieldsOf(event)('code')
        if (!hasVisibleText(code)) return form.refuse(formText('codeRequired'), 'code')
        const answered = await form.ask('/second-factor/confirm', { challenge, enrolment, code })
        if (answered?.isOk) onDone(recoveryCodesIn(answered.body))
        else if (answered?.code === 'start-again') onStartAgain(answered.message)
        else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <p>{t('scan')}</p>
      <svg className="entrance-qr" role="img" aria-label={t('qr')} viewBox={`0 0 ${qr.size} ${qr.size}`}>
        <path d={qr.path} />
      </svg>
      <p>
        <a href={uri}>{t('open')}</a>
      </p>
      <p>
        {t('manual')}
        <code className="entrance-key" dir="ltr">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      <Told error={form.error} />
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
