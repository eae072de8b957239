'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Told } from './entrance-fields'
import { useAsking } from './use-asking'

/** What an administrator does for a colleague's way in. No form of its own: it stands inside the document's. */
export function AccountActions({
  account,
  hasSecondFactor,
  isInvited,
}: {
  account: string
  hasSecondFactor: boolean
  /** Has no password yet. */
  isInvited: boolean
}) {
  const t = useTranslations('staff.access')
  const formText = useTranslations('staff.form')
  const [isResetting, setResetting] = useState(false)
  const [reason, setReason] = useState('')
  const [isOn, setOn] = useState(hasSecondFactor)
  const form = useAsking()
  const error = form.errorAt('reason')
  return (
    <div>
      <Told error={form.error} done={form.done} />
      <p className="entrance-others">
        <button
          type="button"
          onClick={async () => {
            const answered = await form.ask(`/${account}/invite`, {})
            if (answered?.isOk) form.say(t('sent'))
            else if (answered) form.refuse(answered.message)
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
          <p id="field-reason-hint" className="entrance-hint">
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
            <p id="field-reason-error" className="entrance-error">
              {error}
            </p>
          ) : null}
          <p className="entrance-others">
            <button
              type="button"
              onClick={async () => {
                const answered = await form.ask(`/${account}/second-factor/reset`, { reason })
                if (answered?.isOk) {
                  setOn(false)
                  setResetting(false)
                  form.say(t('resetDone'))
                } else if (answered) form.refuse(answered.message, answered.field)
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
