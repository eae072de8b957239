'use client'

import { useState } from 'react'
import { type CaseFormProps, Hidden, Outcome, optionsOf, TargetSelect, useCaseForm } from './case-form'
import type { Choice } from './case-form-state'

/** Puts one person in charge. */
export function AssignForm({
  action,
  submissionKey,
  seq,
  people,
  me,
  assignee,
  words,
}: CaseFormProps & { people: readonly Choice[]; me: string; assignee: string | null }) {
  const [target, setTarget] = useState('')
  const { state, onSubmit, isPending } = useCaseForm(action, submissionKey, () => setTarget(''))
  return (
    <div className="desk-assign">
      {assignee === me ? null : (
        <form onSubmit={onSubmit}>
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <input type="hidden" name="target" value={me} />
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {words.assign.take}
          </button>
        </form>
      )}
      <details>
        <summary>{words.assign.toOthers}</summary>
        <form onSubmit={onSubmit} className="desk-row">
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <TargetSelect
            id="assign-target"
            label={words.assign.label}
            value={target}
            onChange={setTarget}
            isWrong={state.field === 'target'}
            describedBy="assign-outcome"
          >
            <option value="">{words.assign.choose}</option>
            {optionsOf(people.filter(({ id }) => id !== assignee && id !== me))}
          </TargetSelect>
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {words.assign.submit}
          </button>
        </form>
      </details>
      <Outcome state={state} id="assign-outcome" latest={words.latest} />
    </div>
  )
}
