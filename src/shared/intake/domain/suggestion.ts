/** Something on the site that may answer what a person is about to send. */
export interface Suggestion {
  /** With the language. */
  href: string
  title: string
  /** The passage that matches. */
  text: string
  lang: 'ar' | 'en'
}
