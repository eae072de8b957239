'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { type SectionKind, sectionKindLabels } from '@/features/policies/schema'
import { panelLocale } from '@/panel/panel-locale'

/** Labels of rows in the edition's form, so that a collapsed text can be skimmed. */

const start = (text: string | undefined, length: number): string =>
  text && text.length > length ? `${text.slice(0, length)}…` : (text ?? '')

export function SectionRowLabel() {
  const { data, rowNumber } = useRowLabel<{ heading?: string; kind?: SectionKind }>()
  const { i18n } = useTranslation()
  const kind = data.kind ? sectionKindLabels[data.kind][panelLocale(i18n)] : ''
  return (
    <span>
      <bdi dir="ltr">{(rowNumber ?? 0) + 1}</bdi> <bdi>{data.heading || kind}</bdi>
    </span>
  )
}

export function ClauseRowLabel() {
  const { data } = useRowLabel<{ anchor?: string; text?: string }>()
  return (
    <span>
      {data.anchor ? (
        <>
          <code dir="ltr">{data.anchor}</code>{' '}
        </>
      ) : null}
      <bdi>{start(data.text, 80)}</bdi>
    </span>
  )
}

export function ErratumRowLabel() {
  const { data } = useRowLabel<{ anchor?: string; scanned?: string; published?: string }>()
  return (
    <span>
      <code dir="ltr">{data.anchor}</code> <bdi>{data.scanned}</bdi> ← <bdi>{data.published}</bdi>
    </span>
  )
}
