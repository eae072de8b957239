'use client'

// Rendered on the server only: its script is dropped (src/delivery/post-process.ts). `useActionState` is what brings a posted
// form back with its errors, and React has it in client components alone. See docs/adr/0005.
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import { notApplicable, textLimits } from '@/features/surveys/domain/answers'
import { type Question, scalePoints } from '@/features/surveys/domain/definition'
import { answerField, contactLimit, type EvaluationFormState, freshEvaluationForm } from '@/features/surveys/schema'
import { formKeyField, statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { Honeypot } from '@/shared/intake/ui/honeypot'
import { Actions, Button } from '@/ui/button'
import { Choices, ErrorSummary, TextArea, TextInput } from '@/ui/field'
import { Scale } from '@/ui/scale'
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

/** The first control of a question has this id: the error summary leads there. */
const idOf = (key: string) => `question-${key}`

export function EvaluationForm({ action, survey, service = '', token = '', isOver, children }: EvaluationFormProps) {
  const [state, formAction] = useActionState(action, freshEvaluationForm, thisPage)
  const t = useTranslations('surveys')
  const locale = useLocale()
  const errorOf = errorTexts(state, t)
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
        data-sending={t('form.sending.now')}
        data-sent={t('form.sending.sent')}
        data-sending-failed={t('form.sending.failed')}
        data-returned={state.outcome === 'fresh' ? undefined : 'yes'}
        data-draft={['evaluation', survey.id, service].filter(Boolean).join(':')}
        data-draft-restored={t('form.draftRestored')}
        data-draft-clear={t('form.draftClear')}
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
              optionalLabel={isMixed && !question.isRequired ? t('form.optional') : undefined}
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
              optionalLabel={t('form.optional')}
              help={t('form.contactHelp')}
              error={state.isContactTooLong ? t('error.contactTooLong', { max: contactLimit }) : undefined}
              errorLabel={t('form.errorLabel')}
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

function QuestionField({
  question,
  typed,
  error,
  optionalLabel,
}: {
  question: Question
  typed: readonly string[]
  error: string | undefined
  optionalLabel: string | undefined
}) {
  const t = useTranslations('surveys')
  const frame = {
    id: idOf(question.key),
    name: answerField(question.key),
    label: <UserText>{question.text}</UserText>,
    help: question.help ? <UserText>{question.help}</UserText> : undefined,
    error,
    errorLabel: t('form.errorLabel'),
    optionalLabel,
  }
  const counter = (kind: keyof typeof textLimits) => ({
    'data-counter': textLimits[kind],
    'data-counter-text': t.raw('form.counter') as string,
  })
  switch (question.kind) {
    case 'scale':
      return (
        <Scale
          {...frame}
          points={scalePoints}
          lowLabel={question.lowLabel}
          highLabel={question.highLabel}
          apart={question.hasNotApplicable ? { value: notApplicable, label: t('form.notApplicable') } : undefined}
          defaultValue={typed[0]}
        />
      )
    case 'single-choice':
    case 'multiple-choice':
      return (
        <Choices
          {...frame}
          type={question.kind === 'single-choice' ? 'radio' : 'checkbox'}
          options={question.options.map(({ key, label }) => ({ value: key, label: <UserText>{label}</UserText> }))}
          defaultValue={typed}
        />
      )
    case 'short-text':
      return <TextInput {...frame} {...counter('short-text')} defaultValue={typed[0]} autoComplete="off" />
    case 'long-text':
      return <TextArea {...frame} {...counter('long-text')} rows={4} defaultValue={typed[0]} />
  }
}

type Translator = ReturnType<typeof useTranslations<'surveys'>>

function errorTexts(state: EvaluationFormState, t: Translator) {
  return ({ key, kind }: Question): string | undefined => {
    const code = state.errors[key]
    if (!code) return undefined
    const max = kind === 'short-text' ? textLimits['short-text'] : textLimits['long-text']
    return t(`error.${code}`, { max })
  }
}

/** First on the page: what is left to do, or why nothing was sent. */
function Summary({ state, questions }: { state: EvaluationFormState; questions: readonly Question[] }) {
  const t = useTranslations('surveys')
  const errorOf = errorTexts(state, t)
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
        return [{ fieldId: idOf(question.key), text: item }]
      })
      if (state.isContactTooLong) {
        errors.push({ fieldId: 'contact', text: t('error.contactTooLong', { max: contactLimit }) })
      }
      return (
        <ErrorSummary
          word={t('form.errorLabel')}
          status={statusOfReturnedForm.invalid}
          title={t('summary.invalid', { count: errors.length })}
          errors={errors}
          note={t('summary.kept')}
        />
      )
    }
    case 'nothing': {
      const [first] = questions
      const errors = first ? [{ fieldId: idOf(first.key), text: <UserText>{first.text}</UserText> }] : []
      return (
        <ErrorSummary
          word={t('form.errorLabel')}
          status={statusOfReturnedForm.nothing}
          title={t('summary.nothing')}
          errors={errors}
        />
      )
    }
    default:
      return (
        <ErrorSummary
          word={t('form.errorLabel')}
          status={statusOfReturnedForm[state.outcome]}
          title={t(`summary.${state.outcome}`)}
          errors={[]}
          note={t(`summary.${state.outcome}Note`)}
        />
      )
  }
}
