'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { FieldLink } from '@/panel/field-link'
import { panelLocale } from '@/panel/panel-locale'
import { useSavedInLanguages } from '@/panel/saved-in-languages'
import type { Service } from '@/payload-types'
import { missingTexts, type ServiceText, type ServiceTexts } from '../domain/translation'
import './still-to-fill.css'

type Facts = Partial<
  Pick<Service, 'documents' | 'channels' | 'fee' | 'promisedWorkingDays' | 'verifiedOn' | 'department'>
>

/** The facts that a service card carries and only the association can give. */
const facts: readonly { path: string; isMissing(service: Facts): boolean; ar: string; en: string }[] = [
  {
    path: 'documents',
    isMissing: ({ documents }) => !documents?.length,
    ar: 'الأوراق المطلوبة',
    en: 'required documents',
  },
  {
    path: 'channels',
    isMissing: ({ channels }) => !channels?.length || channels.some(({ hours }) => !hours),
    ar: 'أوقات القنوات',
    en: 'hours of the channels',
  },
  { path: 'fee', isMissing: ({ fee }) => !fee, ar: 'الرسوم', en: 'fee' },
  {
    path: 'promisedWorkingDays',
    isMissing: ({ promisedWorkingDays }) => !promisedWorkingDays,
    ar: 'المدة الموعودة',
    en: 'promised duration',
  },
  { path: 'department', isMissing: ({ department }) => !department, ar: 'القسم المسؤول', en: 'owner department' },
  {
    path: 'verifiedOn',
    isMissing: ({ verifiedOn }) => !verifiedOn,
    ar: 'تاريخ المراجعة',
    en: 'date of the last check',
  },
]

const textNames: Record<ServiceText, { path: string; ar: string; en: string }> = {
  title: { path: 'title', ar: 'اسم الخدمة', en: 'title' },
  need: { path: 'need', ar: 'الحاجة', en: 'need' },
  summary: { path: 'summary', ar: 'الخلاصة', en: 'summary' },
  eligibility: { path: 'eligibility', ar: 'الشروط', en: 'eligibility' },
  documents: { path: 'documents', ar: 'الأوراق المطلوبة', en: 'required documents' },
  steps: { path: 'steps', ar: 'الخطوات', en: 'steps' },
  action: { path: 'action.label', ar: 'نص الزر', en: 'label of the button' },
}

const sentences = {
  facts: { ar: 'لا يظهر في الموقع حتى يُدخَل:', en: 'Not shown on the site until entered:' },
  lacks: {
    ar: {
      ar: 'لا تظهر هذه الخدمة في الموقع العربي حتى يُكتب:',
      en: 'This service is not on the Arabic site until these are written:',
    },
    en: {
      ar: 'لا تظهر هذه الخدمة في الموقع الإنجليزي حتى يُترجم:',
      en: 'This service is not on the English site until these are translated:',
    },
  },
} as const

/** What the site does not show because nobody has entered it, as it is saved now; each a link to its field. */
export function StillToFill() {
  const { i18n } = useTranslation()
  const { data } = useDocumentInfo()
  const saved = useSavedInLanguages()
  const language = panelLocale(i18n)
  const missing = facts.filter(({ isMissing }) => isMissing((data ?? {}) as Facts))
  const untranslated = (['ar', 'en'] as const)
    .map((locale) => ({ locale, texts: saved ? missingTexts(saved[locale] as ServiceTexts) : [] }))
    .filter(({ texts }) => texts.length > 0)
  if (missing.length === 0 && untranslated.length === 0) return null
  return (
    <div className="still-to-fill">
      {untranslated.map(({ locale, texts }) => (
        <p key={locale} className="still-to-fill__warning">
          {sentences.lacks[locale][language]}{' '}
          <Links
            language={language}
            items={texts.map((text) => ({ path: textNames[text].path, label: textNames[text][language], locale }))}
          />
        </p>
      ))}
      {missing.length > 0 ? (
        <p>
          {sentences.facts[language]}{' '}
          <Links language={language} items={missing.map((fact) => ({ path: fact.path, label: fact[language] }))} />
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
