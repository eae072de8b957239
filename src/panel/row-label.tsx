'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import type { RowWords } from '@/payload/row-label'
import { panelLocale } from './panel-locale'

/** About the length that fits into a row's header. */
const MOST = 90

const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text)

export function RowLabel({ words: { shows, names = {}, empty } }: { words: RowWords }) {
  const { data, rowNumber = 0 } = useRowLabel<Record<string, unknown>>()
  const locale = panelLocale(useTranslation().i18n)
  const parts = shows.flatMap((field) => {
    const value = data[field]
    return typeof value === 'string' && value ? [{ field, text: names[value]?.[locale] ?? shortened(value) }] : []
  })
  return (
    <span className="row-words">
      <bdi>{rowNumber + 1}</bdi>.{' '}
      {parts.length === 0
        ? empty[locale]
        : parts.map(({ field, text }, place) => (
            <span key={field}>
              {place > 0 ? ': ' : ''}
              <bdi>{text}</bdi>
            </span>
          ))}
    </span>
  )
}
