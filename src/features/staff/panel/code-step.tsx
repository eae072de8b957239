'use client'

import { useState } from 'react'
import { hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import type { NextStepWords } from './entrance-words'
import { fieldsOf, useAsking } from './use-asking'

/** The second step of signing in: the code of the telephone, or a recovery code. */
export function CodeStep({
  challenge,
  words,
  onDone,
  onStartAgain,
}: {
  challenge: string
  words: NextStepWords
  onDone: () => void
  onStartAgain: (message: string | null) => void
}) {
  const [isRecovery, setRecovery] = useState(false)
  const form = useAsking(words.form)
  const { code } = words
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        const typed = fieldsOf(event)('code')
        if (!hasVisibleText(typed)) return form.refuse(words.form.codeRequired, 'code')
        const answered = await form.ask('/login/second-factor', { challenge, code: typed })
        if (answered?.isOk) onDone()
        else if (answered?.code === 'start-again') onStartAgain(answered.message)
        else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <h1>{code.title}</h1>
      <p>{isRecovery ? code.recoveryLead : code.lead}</p>
      <Told error={form.error} />
      <TextField
        key={isRecovery ? 'recovery' : 'telephone'}
        name="code"
        label={isRecovery ? code.recoveryLabel : code.label}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        isCode
        error={form.errorAt('code')}
      />
      <Submit isPending={form.isPending} words={words.form}>
        {code.submit}
      </Submit>
      <p className="entrance-others">
        <button type="button" onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? code.useTelephone : code.useRecovery}
        </button>
        <button type="button" onClick={() => onStartAgain(null)}>
          {code.back}
        </button>
      </p>
      <p className="entrance-hint">{code.lost}</p>
    </form>
  )
}
