import type { Audience, QuestionKind } from '../domain/definition'

type Label = { ar: string; en: string }

export const questionKindLabels: Record<QuestionKind, Label> = {
  scale: { ar: 'مقياس من 1 إلى 5', en: 'Scale from 1 to 5' },
  'single-choice': { ar: 'اختيار واحد', en: 'Single choice' },
  'multiple-choice': { ar: 'اختيار متعدد', en: 'Multiple choice' },
  'short-text': { ar: 'نص قصير', en: 'Short text' },
  'long-text': { ar: 'نص طويل', en: 'Long text' },
}

export const audienceLabels: Record<Audience, Label> = {
  answered: { ar: 'من أُجيب عن استفساره', en: 'Whose inquiry was answered' },
  everyone: { ar: 'كل زائر للموقع', en: 'Everyone on the site' },
  service: { ar: 'من استفاد من خدمة', en: 'Who used a service' },
}

/** Options of a select field in the order of the list that the code knows. */
export const optionsOf = <Value extends string>(values: readonly Value[], labels: Record<Value, Label>) =>
  values.map((value) => ({ value, label: labels[value] }))
