'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { AwayNote, type CaseFormProps, Hidden, Outcome, optionsOf, TargetSelect, useCaseForm } from './case-form'
import type { Choice } from './case-form-state'

/** Puts one person in charge. */
export function AssignForm({
  action,
  submissionKey,
  seq,
  people,
  me,
  assignee,
}: CaseFormProps & { people: readonly Choice[]; me: string; assignee: string | null }) {
  const t = useTranslations('desk.case.assign')
  const [target, setTarget] = useState('')
  const { state, onSubmit, isPending } = useCaseForm(action, submissionKey, () => setTarget(''))
  return (
    <div className="desk-assign">
      {assignee === me ? null : (
        <form onSubmit={onSubmit}>
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <input type="hidden" name="target" value={me} />
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {t('take')}
          </button>
        </form>
      )}
      <details>
        <summary>{t('toOthers')}</summary>
        <form onSubmit={onSubmit} className="desk-row">
          <Hidden seq={seq} submissionKey={state.submissionKey} />
          <TargetSelect
            id="assign-target"
            label={t('label')}
            value={target}
            onChange={setTarget}
            isWrong={state.field === 'target'}
            describedBy="assign-outcome"
          >
            <option value="">{t('choose')}</option>
            {optionsOf(people.filter(({ id }) => id !== assignee && id !== me))}
          </TargetSelect>
          <AwayNote
            people={people.filter(({ id }) => id !== assignee && id !== me)}
            target={target}
            onChange={setTarget}
          />
          <button type="submit" name="command" value="assign" disabled={isPending}>
            {t('submit')}
          </button>
        </form>
      </details>
      <Outcome state={state} id="assign-outcome" />
    </div>
  )
}
