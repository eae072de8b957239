'use client'

import { useTranslation } from '@payloadcms/ui'
import { type Fact, isChannelFact, missingFacts, type SaidFacts } from '@/features/site/domain/missing-facts'
import { FieldLink } from '@/panel/field-link'
import { panelLocale } from '@/panel/panel-locale'
import { useSavedInLanguages } from '@/panel/saved-in-languages'
import { missingFactName } from './missing-facts'

const sentences = {
  title: { ar: 'ما بقي إدخاله', en: 'Still to be entered' },
  explanation: {
    ar: 'لا يظهر شيء من هذا للزوار حتى يُدخل.',
    en: 'Visitors see none of these until they are entered.',
  },
  done: { ar: 'اكتملت بيانات الجمعية باللغتين.', en: 'Everything is entered, in both languages.' },
} as const

const pathOf = (fact: Fact): string => (isChannelFact(fact) ? `channels.${fact}.details` : fact)

/** At the top of the association's form: what is still to be entered, as it is saved now; each leads to its field. */
export function MissingFacts() {
  const { i18n } = useTranslation()
  const language = panelLocale(i18n)
  const saved = useSavedInLanguages()
  if (!saved) return null
  const missing = missingFacts({ ar: saved.ar as SaidFacts, en: saved.en as SaidFacts })
  if (missing.length === 0) return <p>{sentences.done[language]}</p>
  return (
    <section aria-labelledby="missing-facts">
      <h3 id="missing-facts">{sentences.title[language]}</h3>
      <p>{sentences.explanation[language]}</p>
      <ul>
        {missing.map((item) => (
          <li key={item.fact}>
            <FieldLink path={pathOf(item.fact)} locale={item.languages.length === 1 ? item.languages[0] : undefined}>
              {missingFactName(item, language)}
            </FieldLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
