'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormStatus } from './form-fields'
import { useFormPost } from './use-form-post'

/** Lets an administrator mail a password link or reset a second factor. It stands inside the document's form, so it has no form element. */
export function AccountActions({
  account,
  hasSecondFactor,
  isInvited,
}: {
  account: string
  hasSecondFactor: boolean
  /** The account has no password yet. */
  isInvited: boolean
}) {
  const t = useTranslations('staff.access')
  const formText = useTranslations('staff.form')
  const [isResetting, setResetting] = useState(false)
  const [reason, setReason] = useState('')
  const [isOn, setOn] = useState(hasSecondFactor)
  const form = useFormPost()
  const error = form.errorAt('reason')
  return (
    <div>
      <FormStatus error={form.error} done={form.done} />
      <p className="auth-others">
        <button
          type="button"
          onClick={async () => {
            const answered = await form.post(`/${account}/invite`, {})
            if (answered?.isOk) form.showDone(t('sent'))
            else if (answered) form.showError(answered.message)
          }}
        >
          {t(isInvited ? 'sendInvitation' : 'sendLink')}
        </button>
        {isOn && !isResetting ? (
          <button type="button" onClick={() => setResetting(true)}>
            {t('reset')}
          </button>
        ) : null}
      </p>
      {isResetting ? (
        <div className="account-reset">
          <p>{t('resetLead')}</p>
          <label htmlFor="field-reason">{t('reason')}</label>
          <p id="field-reason-hint" className="auth-hint">
            {t('reasonHint')}
          </p>
          <textarea
            id="field-reason"
            dir="auto"
            rows={3}
            maxLength={500}
            value={reason}
            aria-invalid={Boolean(error)}
            aria-describedby={error ? 'field-reason-hint field-reason-error' : 'field-reason-hint'}
            onChange={(event) => setReason(event.target.value)}
          />
          {error ? (
            <p id="field-reason-error" className="auth-error">
              {error}
            </p>
          ) : null}
          <p className="auth-others">
            <button
              type="button"
              onClick={async () => {
                const answered = await form.post(`/${account}/second-factor/reset`, { reason })
                if (answered?.isOk) {
                  setOn(false)
                  setResetting(false)
                  form.showDone(t('resetDone'))
                } else if (answered) form.showError(answered.message, answered.field)
              }}
            >
              {t('reset')}
            </button>
            <button type="button" onClick={() => setResetting(false)}>
              {formText('cancel')}
            </button>
          </p>
        </div>
      ) : null}
    </div>
  )
}
