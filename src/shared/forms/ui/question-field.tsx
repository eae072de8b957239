import { useTranslations } from 'next-intl'
import { type AnswerError, answerField, notApplicable, textLimits } from '@/shared/forms/domain/answers'
import { type Question, scalePoints } from '@/shared/forms/domain/definition'
import { counterAttributes } from '@/shared/intake/ui/form-attributes'
import { Choices, TextArea, TextInput } from '@/ui/field'
import { Scale } from '@/ui/scale'
import { UserText } from '@/ui/text'

/** The first control of a question has this id: the error summary leads there. */
export const questionId = (key: string) => `question-${key}`

/** What is wrong with an answer, in words. */
export function useAnswerErrors(errors: Readonly<Record<string, AnswerError>>) {
  const t = useTranslations('forms')
  return ({ key, kind }: Question): string | undefined => {
    const code = errors[key]
    if (!code) return undefined
    const max = kind === 'short-text' ? textLimits['short-text'] : textLimits['long-text']
    return t(`answerError.${code}`, { max })
  }
}

/** A question of any form definition. */
export function QuestionField({
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
  const t = useTranslations('forms')
  const frame = {
    id: questionId(question.key),
    name: answerField(question.key),
    label: <UserText>{question.text}</UserText>,
    help: question.help ? <UserText>{question.help}</UserText> : undefined,
    error,
    errorLabel: t('errorLabel'),
    optionalLabel,
  }
  switch (question.kind) {
    case 'scale':
      return (
        <Scale
          {...frame}
          points={scalePoints}
          lowLabel={question.lowLabel}
          highLabel={question.highLabel}
          apart={question.hasNotApplicable ? { value: notApplicable, label: t('notApplicable') } : undefined}
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
      return (
        <TextInput
          {...frame}
          {...counterAttributes(t, textLimits['short-text'])}
          defaultValue={typed[0]}
          autoComplete="off"
        />
      )
    case 'long-text':
      return <TextArea {...frame} {...counterAttributes(t, textLimits['long-text'])} rows={4} defaultValue={typed[0]} />
  }
}
