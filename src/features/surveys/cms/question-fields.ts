import type { Field } from 'payload'
import { questionFields } from '@/shared/forms/cms/question-fields'

const clauseField: Field = {
  name: 'clause',
  type: 'text',
  maxLength: 60,
  validate: (value: string | null | undefined) => !value || /^[a-z][a-z0-9-]*$/.test(value) || 'dealing-1, practice-2…',
  label: { ar: 'بند السياسة', en: 'Policy clause' },
  admin: {
    placeholder: 'dealing-1',
    description: {
      ar: 'رمز البند الذي يقيس السؤال الالتزام به، كما في رابط البند.',
      en: 'The clause whose duty it measures, as in the clause’s link.',
    },
  },
}

export const surveyQuestionFields = questionFields({
  requiredHelp: {
    ar: 'الأفضل ترك الأسئلة اختيارية، فالتقييم الناقص خير من لا شيء.',
    en: 'Better left optional: half an evaluation is better than none.',
  },
  own: [clauseField],
})
