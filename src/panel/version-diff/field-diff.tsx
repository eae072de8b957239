'use client'

import { FieldDiffContainer, useTranslation } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import type { FieldDiffClientProps } from 'payload'
import { panelLocale } from '../panel-locale'
import { isText, shownValue } from './shown-value'
import { type Run, wordDiff } from './word-diff'
import './field-diff.css'

function Side({ runs, side, isText }: { runs: readonly Run[]; side: 'old' | 'new'; isText: boolean }) {
  const change = side === 'old' ? 'delete' : 'create'
  return (
    <div className={`html-diff html-diff__diff-${side}`}>
      <p className="version-diff__value" dir={isText ? 'auto' : undefined}>
        {runs.map(({ text, isChanged }, index) =>
          isChanged ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text are its places
            <span key={index} data-match-type={change}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  )
}

/** A field on both sides of a comparison: texts word by word, other values as a whole. */
export function FieldDiff({ comparisonValue, versionValue, field, locale, nestingLevel }: FieldDiffClientProps) {
  const { i18n } = useTranslation()
  const shownIn = { locale: panelLocale(i18n), t: useTranslations('panel.values') }
  const [from, to] = [shownValue(comparisonValue, field, shownIn), shownValue(versionValue, field, shownIn)]
  const whole = (text: string): Run[] => (text ? [{ text, isChanged: from !== to }] : [])
  const hasWords = isText(field)
  const diff = hasWords ? wordDiff(from, to) : { from: whole(from), to: whole(to) }
  return (
    <FieldDiffContainer
      i18n={i18n}
      label={{ label: 'label' in field ? field.label : '', locale }}
      nestingLevel={nestingLevel}
      From={<Side runs={diff.from} side="old" isText={hasWords} />}
      To={<Side runs={diff.to} side="new" isText={hasWords} />}
    />
  )
}

/** For fields of the system, which are not compared. */
export function NoDiff() {
  return null
}
