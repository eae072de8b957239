'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import { fieldsOf, useAsking } from './use-asking'

/** The second step of signing in: the code of the telephone, or a recovery code. */
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
  const form = useAsking()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.code')
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        const typed = fieldsOf(event)('code')
        if (!hasVisibleText(typed)) return form.refuse(formText('codeRequired'), 'code')
        const answered = await form.ask('/login/second-factor', { challenge, code: typed })
        if (answered?.isOk) onDone()
        else if (answered?.code === 'start-again') onStartAgain(answered.message)
        else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <h1>{t('title')}</h1>
      <p>{t(isRecovery ? 'recoveryLead' : 'lead')}</p>
      <Told error={form.error} />
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
      <p className="entrance-others">
        <button type="button" onClick={() => setRecovery(!isRecovery)}>
          {t(isRecovery ? 'useTelephone' : 'useRecovery')}
        </button>
        <button type="button" onClick={() => onStartAgain(null)}>
          {t('back')}
        </button>
      </p>
      <p className="entrance-hint">{t('lost')}</p>
    </form>
  )
}
