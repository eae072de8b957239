'use client'

// Rendered on the server only: its script is dropped (src/delivery/post-process.ts). `useActionState` is what brings a posted
// form back with its errors, and React has it in client components alone. See docs/adr/0005.
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { contactLimit, type EvaluationFormState, freshEvaluationForm } from '@/features/surveys/schema'
import type { Question } from '@/shared/forms/domain/definition'
import { QuestionField, questionId, useAnswerErrors } from '@/shared/forms/ui/question-field'
import { formKeyField, statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { formAttributes } from '@/shared/intake/ui/form-attributes'
import { Honeypot } from '@/shared/intake/ui/honeypot'
import { Actions, Button } from '@/ui/button'
import { ErrorSummary, TextInput } from '@/ui/field'
import { UserText } from '@/ui/text'

export interface EvaluationFormProps {
  action: (state: EvaluationFormState, form: FormData) => Promise<EvaluationFormState>
  survey: { id: string; questions: readonly Question[]; hasContact: boolean }
  /** The service whose page it is, or empty. */
  service?: string
  /** An invitation's secret, or empty. */
  token?: string
  /** Whether the survey is over: the form then only gives back what was sent too late. */
  isOver?: boolean
  /** The page's heading, under the error summary. */
  children: ReactNode
}

export function EvaluationForm({ action, survey, service = '', token = '', isOver, children }: EvaluationFormProps) {
  const [state, formAction] = useActionState(action, freshEvaluationForm, thisPage)
  const t = useTranslations('surveys')
  const words = useTranslations('forms')
  const locale = useLocale()
  const errorOf = useAnswerErrors(state.errors)
  if (isOver && state.outcome === 'fresh') return children
  // Where some must be answered the others are marked; where none must, the introduction says so.
  const isMixed = survey.questions.some(({ isRequired }) => isRequired)
  return (
    <>
      <Summary state={state} questions={survey.questions} />
      {children}
      <form
        className="form"
        action={formAction}
        noValidate
        aria-label={t('evaluate.title')}
        {...formAttributes(words)}
        data-returned={state.outcome === 'fresh' ? undefined : 'yes'}
        data-draft={['evaluation', survey.id, service].filter(Boolean).join(':')}
        data-challenge="/challenge"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="survey" value={survey.id} />
        <input type="hidden" name="service" value={service} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name={formKeyField} value={state.submissionKey ?? ''} autoComplete="off" />
        <input type="hidden" name="proof" value="" autoComplete="off" />
        {survey.questions.map((question) => (
          <div className="scale" key={question.key}>
            <QuestionField
              question={question}
              typed={state.typed[question.key] ?? []}
              error={errorOf(question)}
              optionalLabel={isMixed && !question.isRequired ? words('optional') : undefined}
            />
          </div>
        ))}
        {survey.hasContact ? (
          <div className="scale">
            <TextInput
              id="contact"
              name="contact"
              dir="ltr"
              label={t('form.contact')}
              optionalLabel={words('optional')}
              help={t('form.contactHelp')}
              error={state.isContactTooLong ? t('error.contactTooLong', { max: contactLimit }) : undefined}
              errorLabel={words('errorLabel')}
              defaultValue={state.contact}
              autoComplete="email"
            />
          </div>
        ) : null}
        <Honeypot />
        <Actions>
          <Button>{t('form.send')}</Button>
        </Actions>
      </form>
    </>
  )
}

/** First on the page: what is left to do, or why nothing was sent. */
function Summary({ state, questions }: { state: EvaluationFormState; questions: readonly Question[] }) {
  const t = useTranslations('surveys')
  const words = useTranslations('forms')
  const errorOf = useAnswerErrors(state.errors)
  switch (state.outcome) {
    case 'fresh':
      return null
    case 'invalid': {
      const errors: { fieldId: string; text: ReactNode }[] = questions.flatMap((question) => {
        const text = errorOf(question)
        if (!text) return []
        const item = (
          <>
            <UserText>{question.text}</UserText>: {text}
          </>
        )
        return [{ fieldId: questionId(question.key), text: item }]
      })
      if (state.isContactTooLong) {
        errors.push({ fieldId: 'contact', text: t('error.contactTooLong', { max: contactLimit }) })
      }
      return (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.invalid}
          title={t('summary.invalid', { count: errors.length })}
          errors={errors}
          note={t('summary.kept')}
        />
      )
    }
    case 'nothing': {
      const [first] = questions
      const errors = first ? [{ fieldId: questionId(first.key), text: <UserText>{first.text}</UserText> }] : []
      return (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.nothing}
          title={t('summary.nothing')}
          errors={errors}
        />
      )
    }
    default:
      return (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm[state.outcome]}
          title={t(`summary.${state.outcome}`)}
          errors={[]}
          note={t(`summary.${state.outcome}Note`)}
        />
      )
  }
}
