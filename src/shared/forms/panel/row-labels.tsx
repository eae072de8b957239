'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import { panelLocale } from '@/panel/panel-locale'
import { questionKindLabels } from '../cms/labels'
import type { QuestionKind } from '../domain/definition'

/** The label of a collapsed question: number, text and kind. */
export function QuestionRowLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ text?: string | null; kind?: QuestionKind | null }>()
  const language = panelLocale(useTranslation().i18n)
  const t = useTranslations('forms.newRow')
  const kind = data.kind ? ` (${questionKindLabels[data.kind][language]})` : ''
  const text = data.text || t('question')
  return <bdi>{`${rowNumber + 1}. ${text}${kind}`}</bdi>
}

export function OptionRowLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ label?: string | null }>()
  const t = useTranslations('forms.newRow')
  const text = data.label || t('option')
  return <bdi>{`${rowNumber + 1}. ${text}`}</bdi>
}
