import { useLocale, useTranslations } from 'next-intl'
import type { EditionView } from '@/features/policies/domain/policy-view'
import { Arabic, Num } from '@/ui/text'
import { ClauseLink } from './clause-link'
import type { NumberedReading } from './uncertain-readings'

/** What the scanner read wrongly and we corrected, and what we left uncertain. */
export function Errata({ errata, doubts }: { errata: EditionView['errata']; doubts: readonly NumberedReading[] }) {
  const t = useTranslations('policies.errata')
  if (errata.length === 0 && doubts.length === 0) return null
  return (
    <section className="after-text" id="errata" aria-labelledby="errata-h">
      <h2 id="errata-h">{t('title')}</h2>
      {errata.length > 0 ? (
        <>
          <p>{t('lead')}</p>
          <table className="table">
            <caption className="vh">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('clause')}</th>
                <th scope="col">{t('scanned')}</th>
                <th scope="col">{t('published')}</th>
              </tr>
            </thead>
            <tbody>
              {errata.map(({ anchor, number, scanned, published }) => (
                <tr key={`${anchor} ${scanned}`}>
                  <th scope="row">
                    <a href={`#${anchor}`}>
                      <Num>{number}</Num>
                    </a>
                  </th>
                  <td>
                    <Reading>{scanned}</Reading>
                  </td>
                  <td>
                    <Reading>{published}</Reading>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      {doubts.length > 0 ? (
        <>
          <h3>{t('doubtsTitle')}</h3>
          <p>{t('doubtsLead', { count: doubts.length })}</p>
          <ul className="notes">
            {doubts.map((doubt) => (
              <li key={doubt.id} id={doubt.id}>
                <b>{doubt.label}</b>{' '}
                <span>
                  {t.rich('doubt', {
                    word: () => <Reading>{doubt.word}</Reading>,
                    suggestion: () => <Reading>{doubt.suggestion}</Reading>,
                    clause: () => <ClauseLink anchor={doubt.anchor} number={doubt.number} />,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** Arabic words, on either page. The scanner's Latin letters inside them keep their own direction. */
function Reading({ children }: { children: string }) {
  const locale = useLocale()
  return locale === 'ar' ? <bdi dir="rtl">{children}</bdi> : <Arabic>{children}</Arabic>
}
