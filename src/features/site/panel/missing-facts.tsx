'use client'

import { useTranslation } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import { type Fact, isChannelFact, missingFacts, type SaidFacts } from '@/features/site/domain/missing-facts'
import { FieldLink } from '@/panel/field-link'
import { panelLocale } from '@/panel/panel-locale'
import { useSavedInLanguages } from '@/panel/saved-in-languages'
import { missingFactName } from './missing-fact-name'

const pathOf = (fact: Fact): string => (isChannelFact(fact) ? `channels.${fact}.details` : fact)

/** At the top of the association's form: the facts missing from the saved version, each with a link to its field. */
export function MissingFacts() {
  const { i18n } = useTranslation()
  const language = panelLocale(i18n)
  const t = useTranslations('site.missing')
  const saved = useSavedInLanguages()
  if (!saved) return null
  const missing = missingFacts({ ar: saved.ar as SaidFacts, en: saved.en as SaidFacts })
  if (missing.length === 0) return <p>{t('done')}</p>
  return (
    <section aria-labelledby="missing-facts">
      <h3 id="missing-facts">{t('title')}</h3>
      <p>{t('explanation')}</p>
      <ul>
        {missing.map((item) => (
          <li key={item.fact}>
            <FieldLink path={pathOf(item.fact)} locale={item.languages.length === 1 ? item.languages[0] : undefined}>
              {missingFactName(item, t, language)}
            </FieldLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
