import type { Association } from './association'

/**
 * The association as structured data (schema.org, NGO), from the facts it has entered.
 * @param address of the site's home page in the reader's language
 */
export function organisationData({
  association,
  address,
  siteUrl,
}: {
  association: Association
  address: string
  siteUrl: string
}): Record<string, unknown> {
  const { name, shortName, description, email, phone, socialAccounts } = association
  return {
    '@context': 'https://schema.org',
    '@type': 'NGO',
    '@id': `${siteUrl}/#association`,
    name,
    alternateName: shortName,
    url: address,
    logo: `${siteUrl}/icon-512.png`,
    ...(description ? { description } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { telephone: phone } : {}),
    ...(association.address ? { address: association.address } : {}),
    ...(socialAccounts.length > 0 ? { sameAs: socialAccounts.map(({ url }) => url) } : {}),
  }
}
