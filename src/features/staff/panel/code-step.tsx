'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { FormStatus, Submit, TextField } from './form-fields'
import { readFields, useFormPost } from './use-form-post'

/** The second step of sign-in: a code from the phone, or a recovery code. */
export function CodeStep({
  challenge,
  onDone,
  onStartAgain,
}: {
  challenge: string
  onDone: () => void
  onStartAgain: (message: string | null) => void
}) {
  const [isRecovery, setRecovery] = useState(false)
  const form = useFormPost()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.code')
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        const typed = readFields(event)('code')
        if (!hasVisibleText(typed)) return form.showError(formText('codeRequired'), 'code')
        const answered = await form.post('/login/second-factor', { challenge, code: typed })
        if (answered?.isOk) onDone()
        else if (answered?.code === 'start-again') onStartAgain(answered.message)
        else if (answered) form.showError(answered.message, answered.field)
      }}
    >
      <h1>{t('title')}</h1>
      <p>{t(isRecovery ? 'recoveryLead' : 'lead')}</p>
      <FormStatus error={form.error} />
      <TextField
        key={isRecovery ? 'recovery' : 'telephone'}
        name="code"
        label={t(isRecovery ? 'recoveryLabel' : 'label')}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        isCode
        error={form.errorAt('code')}
      />
      <Submit isPending={form.isPending}>{t('submit')}</Submit>
      <p className="auth-others">
        <button type="button" onClick={() => setRecovery(!isRecovery)}>
          {t(isRecovery ? 'useTelephone' : 'useRecovery')}
        </button>
        <button type="button" onClick={() => onStartAgain(null)}>
          {t('back')}
        </button>
      </p>
      <p className="auth-hint">{t('lost')}</p>
    </form>
  )
}
