'use client'

import { useState } from 'react'
import { CodeStep } from './code-step'
import { EnrolStep } from './enrol-step'
import type { ServerAnswer } from './post-to-server'
import { RecoveryCodes } from './recovery-codes'

export type NextStep = { kind: 'code' | 'enrol'; challenge: string }

/** The step that follows a right password; null when sign-in is complete. */
export function nextStepOf({ code, body }: ServerAnswer): NextStep | null {
  const challenge = typeof body.challenge === 'string' ? body.challenge : ''
  if (code === 'second-factor-required') return { kind: 'code', challenge }
  return code === 'second-factor-enrolment-required' ? { kind: 'enrol', challenge } : null
}

/** Completes a sign-in after the password: second factor, or setting one up. */
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
