'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { panelLocale } from '@/panel/panel-locale'
import { questionKindLabels } from '../cms/labels'
import type { QuestionKind } from '../domain/definition'

const useLanguage = (): 'ar' | 'en' => panelLocale(useTranslation().i18n)

/** A collapsed question is still read: its number, words and kind. */
export function QuestionRowLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ text?: string | null; kind?: QuestionKind | null }>()
  const language = useLanguage()
  const kind = data.kind ? ` (${questionKindLabels[data.kind][language]})` : ''
  const text = data.text || (language === 'ar' ? 'سؤال جديد' : 'New question')
  return <bdi>{`${rowNumber + 1}. ${text}${kind}`}</bdi>
}

export function OptionRowLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ label?: string | null }>()
  const language = useLanguage()
  const text = data.label || (language === 'ar' ? 'خيار جديد' : 'New option')
  return <bdi>{`${rowNumber + 1}. ${text}`}</bdi>
}
