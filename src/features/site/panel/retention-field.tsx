'use client'

import { NumberField, useAuth, useConfig, useField, useTranslation } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import type { NumberFieldClientProps } from 'payload'
import { useEffect, useState } from 'react'
import { type ErasedNow, erasedNowPath, isShorter, type Months } from '@/features/site/domain/retention'
import { panelLocale } from '@/panel/panel-locale'
import { hasRole } from '@/platform/access'
import { dateText } from '@/platform/calendar'

type Counted = ErasedNow | 'counting' | 'failed'

/** The months to keep. A shorter period shows what it would erase now and asks for confirmation. */
export function RetentionField(props: NumberFieldClientProps) {
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const { config } = useConfig()
  const { initialValue, value } = useField<Months>({ path: 'retentionMonths' })
  const { setValue: confirm, value: confirmed } = useField<Months>({ path: 'retentionConfirmed' })
  const [counted, setCounted] = useState<Counted>('counting')
  const language = panelLocale(i18n)
  const t = useTranslations('site.retention')
  const isOpen = hasRole(user, 'administrator')
  const months = typeof value === 'number' ? value : null
  const isAsked = isOpen && isShorter(months, typeof initialValue === 'number' ? initialValue : null)

  const count = async (): Promise<number | null> => {
    const address = `${config.routes.api}/globals/association${erasedNowPath}?months=${months}`
    const response = await fetch(address, { credentials: 'include' }).catch(() => null)
    const found = response?.ok ? ((await response.json()) as ErasedNow) : null
    setCounted(found ?? 'failed')
    return found?.total ?? null
  }
  /** Confirms the number shown, if it is still current. */
  const agree = async () => {
    if (typeof counted === 'string') return
    confirm(counted.total)
    const now = await count()
    if (now !== counted.total) confirm(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again for every other period, and for nothing else
  useEffect(() => {
    confirm(null, true)
    setCounted('counting')
    if (isAsked) void count()
  }, [months, isAsked])

  return (
    <>
      <NumberField {...props} readOnly={!isOpen} />
      {isOpen ? null : <p>{t('administrators')}</p>}
      {isAsked ? (
        <div className="retention-question" aria-live="polite">
          {typeof counted === 'string' ? <p>{t(counted)}</p> : <Erased now={counted} language={language} />}
          <label>
            <input
              type="checkbox"
              checked={typeof confirmed === 'number'}
              disabled={typeof counted === 'string'}
              onChange={({ target }) => void (target.checked ? agree() : confirm(null))}
            />{' '}
            {t('confirm')}
          </label>
        </div>
      ) : null}
    </>
  )
}

function Erased({ now, language }: { now: ErasedNow; language: 'ar' | 'en' }) {
  const t = useTranslations('site.retention')
  if (now.total === 0) return <p>{t('nothing')}</p>
  return (
    <>
      <p>{t('erases', { date: dateText(new Date(now.until), language) })}</p>
      <ul>
        {now.parts.map((part) => (
          <li key={part.en}>
            {part[language]}: <bdi dir="ltr">{part.count}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
