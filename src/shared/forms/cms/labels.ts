import type { BilingualLabel } from '@/shared/vocabulary/label'
import type { QuestionKind } from '../domain/definition'

export const questionKindLabels: Record<QuestionKind, BilingualLabel> = {
  scale: { ar: 'مقياس من 1 إلى 5', en: 'Scale from 1 to 5' },
  'single-choice': { ar: 'اختيار واحد', en: 'Single choice' },
  'multiple-choice': { ar: 'اختيار متعدد', en: 'Multiple choice' },
  'short-text': { ar: 'نص قصير', en: 'Short text' },
  'long-text': { ar: 'نص طويل', en: 'Long text' },
}
