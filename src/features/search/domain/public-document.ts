/** What a visitor can find of a page, in one language. */
export interface PublicText {
  /** The title of a policy, service or page, the heading of a section, the number of a clause. */
  heading: string
  /** Plain text, may be empty. */
  text: string
  /** What it is part of, for the index. */
  context: string
  /** Keywords that find it and aren't shown. */
  keywords: string
  /** The parts of `context` as shown, largest first. */
  within: readonly string[]
  /** The language of the text: Arabic where there is no translation. */
  lang: 'ar' | 'en'
}

export type PublicKind = 'policy' | 'section' | 'clause' | 'service' | 'page'

/** A searchable document of the public site, in each of its languages. */
export interface PublicDocument {
  kind: PublicKind
  /** The page's path without the language: `/policies/…#dealing-3`. */
  path: `/${string}`
  texts: Readonly<Partial<Record<'ar' | 'en', PublicText>>>
  /** Its weight in the ranking. */
  weight: number
}

/** Services and pages rank above clauses, which their section's heading leads to. */
const kindWeights: Readonly<Record<PublicKind, number>> = {
  service: 1.25,
  page: 1.1,
  policy: 1,
  clause: 1,
  section: 0.5,
}

/** Overview pages rank lower, because they answer few searches themselves. */
const leadingOn = new Set<string>(['/', '/sitemap'])

export const weightOf = ({ kind, path }: Pick<PublicDocument, 'kind' | 'path'>): number =>
  leadingOn.has(path) ? 0.7 : kindWeights[kind]
