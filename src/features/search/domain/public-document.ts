/** What a visitor can find of a page, in one language. */
export interface PublicText {
  /** The title of a policy, service or page, the heading of a section, the number of a clause. */
  heading: string
  /** Plain text, may be empty. */
  text: string
  /** What it is part of, for the index. */
  context: string
  /** Words that lead to it and aren't shown. */
  keywords: string
  /** The parts of `context` as shown, largest first. */
  within: readonly string[]
  /** The language it is really in: the Arabic stands in where nothing was translated. */
  lang: 'ar' | 'en'
}

export type PublicKind = 'policy' | 'section' | 'clause' | 'service' | 'page'

/** Something a visitor can find: public, with its place in the site, in each language that it is read in. */
export interface PublicDocument {
  kind: PublicKind
  /** The page's path without the language: `/policies/…#dealing-3`. */
  path: `/${string}`
  texts: Readonly<Partial<Record<'ar' | 'en', PublicText>>>
  /** How likely it is to be what people look for, beside others. */
  weight: number
}

/** People come for services and pages; a section's heading leads to what its clauses say. */
const kindWeights: Readonly<Record<PublicKind, number>> = {
  service: 1.25,
  page: 1.1,
  policy: 1,
  clause: 1,
  section: 0.5,
}

/** Pages that lead on to all others answer few questions themselves. */
const leadingOn = new Set<string>(['/', '/sitemap'])

export const weightOf = ({ kind, path }: Pick<PublicDocument, 'kind' | 'path'>): number =>
  leadingOn.has(path) ? 0.7 : kindWeights[kind]
