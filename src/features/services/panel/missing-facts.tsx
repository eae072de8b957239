'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import { FieldLink } from '@/panel/field-link'
import { panelLocale } from '@/panel/panel-locale'
import { useSavedInLanguages } from '@/panel/saved-in-languages'
import type { Service } from '@/payload-types'
import { missingTexts, type ServiceText, type ServiceTexts } from '../domain/translation'
import './missing-facts.css'

type Facts = Partial<
  Pick<Service, 'documents' | 'channels' | 'fee' | 'promisedWorkingDays' | 'verifiedOn' | 'department'>
>

/** The facts that only the association can give, with a check whether each is missing. */
const facts = {
  documents: ({ documents }) => !documents?.length,
  channels: ({ channels }) => !channels?.length || channels.some(({ hours }) => !hours),
  fee: ({ fee }) => !fee,
  promisedWorkingDays: ({ promisedWorkingDays }) => !promisedWorkingDays,
  department: ({ department }) => !department,
  verifiedOn: ({ verifiedOn }) => !verifiedOn,
} satisfies Record<keyof Facts, (service: Facts) => boolean>

const pathOf = (text: ServiceText): string => (text === 'action' ? 'action.label' : text)

/** At the top of a service's form: facts and texts missing from the saved version, each with a link to its field. */
export function MissingFacts() {
  const { i18n } = useTranslation()
  const { data } = useDocumentInfo()
  const saved = useSavedInLanguages()
  const language = panelLocale(i18n)
  const t = useTranslations('services.missing')
  const missing = (Object.keys(facts) as (keyof Facts)[]).filter((fact) => facts[fact]((data ?? {}) as Facts))
  const untranslated = (['ar', 'en'] as const)
    .map((locale) => ({ locale, texts: saved ? missingTexts(saved[locale] as ServiceTexts) : [] }))
    .filter(({ texts }) => texts.length > 0)
  if (missing.length === 0 && untranslated.length === 0) return null
  return (
    <div className="missing-facts">
      {untranslated.map(({ locale, texts }) => (
        <p key={locale} className="missing-facts__warning">
          {t(locale === 'ar' ? 'inArabic' : 'inEnglish')}{' '}
          <Links
            language={language}
            items={texts.map((text) => ({ path: pathOf(text), label: t(`text.${text}`), locale }))}
          />
        </p>
      ))}
      {missing.length > 0 ? (
        <p>
          {t('facts')}{' '}
          <Links language={language} items={missing.map((fact) => ({ path: fact, label: t(`fact.${fact}`) }))} />
        </p>
      ) : null}
    </div>
  )
}

function Links({
  items,
  language,
}: {
  items: readonly { path: string; label: string; locale?: 'ar' | 'en' }[]
  language: 'ar' | 'en'
}) {
  return items.map(({ path, label, locale }, index) => (
    <span key={path}>
      <FieldLink path={path} locale={locale}>
        {label}
      </FieldLink>
      {index < items.length - 1 ? (language === 'ar' ? '، ' : ', ') : '.'}
    </span>
  ))
}
