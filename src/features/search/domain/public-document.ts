/** Something a visitor can find: public, in one language, with its place in the site. */
export interface PublicDocument {
  kind: 'policy' | 'section' | 'clause' | 'service' | 'page'
  /** The page's path without the language: `/policies/…#dealing-3`. */
  path: `/${string}`
  /** The title of a policy, service or page, the heading of a section, the number of a clause. */
  heading: string
  /** Plain text, may be empty. */
  text: string
  /** What it is part of, for the index. */
  context: string
  /** The parts of `context` as shown, largest first. */
  within: readonly string[]
  /** The language it is really in: the Arabic stands in where nothing was translated. */
  lang: 'ar' | 'en'
}
