'use client'

import { useState } from 'react'
import type { Answered } from './ask-server'
import { CodeStep } from './code-step'
import { EnrolStep } from './enrol-step'
import { RecoveryCodes } from './recovery-codes'

export type NextStep = { kind: 'code' | 'enrol'; challenge: string }

/** What a right password leads to, if it isn't the panel itself. */
export function nextStepOf({ code, body }: Answered): NextStep | null {
  const challenge = typeof body.challenge === 'string' ? body.challenge : ''
  if (code === 'second-factor-required') return { kind: 'code', challenge }
  return code === 'second-factor-enrolment-required' ? { kind: 'enrol', challenge } : null
}

/** From the right password to the panel, wherever that password was given. */
export function NextStepForm({
  step,
  onEnter,
  onStartAgain,
}: {
  step: NextStep
  onEnter: () => void
  onStartAgain: (message: string | null) => void
}) {
  const [recoveryCodes, setRecoveryCodes] = useState<string[] | null>(null)
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onContinue={onEnter} />
  const { challenge } = step
  return step.kind === 'code' ? (
    <CodeStep {...{ challenge, onStartAgain }} onDone={onEnter} />
  ) : (
    <EnrolStep {...{ challenge, onStartAgain }} onDone={setRecoveryCodes} />
  )
}
