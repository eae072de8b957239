'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmSecret, type Offered, offeredIn } from './confirm-secret'
import { FormStatus } from './form-fields'
import { useFormPost } from './use-form-post'

/** Sets up a second factor during sign-in, for roles that require one. */
export function EnrolStep({
  challenge,
  onDone,
  onStartAgain,
}: {
  challenge: string
  onDone: (recoveryCodes: string[]) => void
  onStartAgain: (message: string | null) => void
}) {
  const [offered, setOffered] = useState<Offered | null>(null)
  const form = useFormPost()
  const formText = useTranslations('staff.form')
  const t = useTranslations('staff.enrol')
  const codeText = useTranslations('staff.code')
  return (
    <div>
      <h1>{t('title')}</h1>
      {offered ? (
        <ConfirmSecret {...{ offered, challenge, onDone, onStartAgain }} />
      ) : (
        <>
          <p>{t('requiredLead')}</p>
          <p>{t('app')}</p>
          <FormStatus error={form.error} />
          <button
            type="button"
            className="auth-submit"
            aria-disabled={form.isPending}
            onClick={async () => {
              const answered = await form.post('/second-factor/start', { challenge })
              if (!answered) return
              if (answered.isOk) setOffered(offeredIn(answered.body))
              else if (answered.code === 'start-again') onStartAgain(answered.message)
              else form.showError(answered.message)
            }}
          >
            {form.isPending ? formText('pending') : t('start')}
          </button>
          <p className="auth-others">
            <button type="button" onClick={() => onStartAgain(null)}>
              {codeText('back')}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
