'use client'

import { useState } from 'react'
import { Told } from './entrance-fields'
import type { FormWords } from './entrance-words'
import { useAsking } from './use-asking'

export interface AccountActionWords {
  send: string
  sent: string
  reset: string
  resetLead: string
  reason: string
  reasonHint: string
  resetDone: string
  cancel: string
}

/** What an administrator does for a colleague's way in. No form of its own: it stands inside the document's. */
export function AccountActions({
  account,
  hasSecondFactor,
  words,
  form: formWords,
}: {
  account: string
  hasSecondFactor: boolean
  words: AccountActionWords
  form: FormWords
}) {
  const [isResetting, setResetting] = useState(false)
  const [reason, setReason] = useState('')
  const [isOn, setOn] = useState(hasSecondFactor)
  const form = useAsking(formWords)
  const error = form.errorAt('reason')
  return (
    <div>
      <Told error={form.error} done={form.done} />
      <p className="entrance-others">
        <button
          type="button"
          onClick={async () => {
            const answered = await form.ask(`/${account}/invite`, {})
            if (answered?.isOk) form.say(words.sent)
            else if (answered) form.refuse(answered.message)
          }}
        >
          {words.send}
        </button>
        {isOn && !isResetting ? (
          <button type="button" onClick={() => setResetting(true)}>
            {words.reset}
          </button>
        ) : null}
      </p>
      {isResetting ? (
        <div className="account-reset">
          <p>{words.resetLead}</p>
          <label htmlFor="field-reason">{words.reason}</label>
          <p id="field-reason-hint" className="entrance-hint">
            {words.reasonHint}
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
                  form.say(words.resetDone)
                } else if (answered) form.refuse(answered.message, answered.field)
              }}
            >
              {words.reset}
            </button>
            <button type="button" onClick={() => setResetting(false)}>
              {words.cancel}
            </button>
          </p>
        </div>
      ) : null}
    </div>
  )
}
