import type { PolicyView } from './policy-view'

/**
 * The policy as structured data (schema.org `Legislation`). The Arabic page is the approved text, the English one its
 * translation.
 */
export function legislationData({
  policy,
  locale,
  addresses,
  publisher,
}: {
  policy: PolicyView
  locale: 'ar' | 'en'
  addresses: Record<'ar' | 'en', string>
  publisher: string
}): Record<string, unknown> {
  const { edition } = policy
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const organisation = { '@type': 'Organization', name: publisher }
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': addresses[locale],
    url: addresses[locale],
    name: policy.title.text,
    inLanguage: locale,
    version: edition.number,
    legislationType: locale === 'ar' ? 'سياسة' : 'Policy',
    legislationPassedBy: organisation,
    publisher: organisation,
    ...(edition.meetingDate ? { legislationDate: day(edition.meetingDate) } : {}),
    legislationDateVersion: day(edition.effectiveFrom),
    legislationLegalForce: `https://schema.org/${edition.state === 'in-force' ? 'InForce' : 'NotInForce'}`,
    ...(locale === 'ar'
      ? { workTranslation: { '@id': addresses.en } }
      : {
          translationOfWork: { '@id': addresses.ar },
          legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
        }),
    hasPart: edition.sections.flatMap(({ clauses }) =>
      clauses.map(({ anchor, number }) => ({
        '@type': 'Legislation',
        '@id': `${addresses[locale]}#${anchor}`,
        legislationIdentifier: number,
      })),
    ),
  }
}
