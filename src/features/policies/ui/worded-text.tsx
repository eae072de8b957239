import type { Worded } from '@/features/policies/domain/policy-view'
import { direction, type Locale } from '@/i18n/routing'

/** Marks up the language of a text that is not in the page's language. */
export const languageOf = ({ lang }: Pick<Worded, 'lang'>, locale: Locale) =>
  lang === locale ? {} : { lang, dir: direction(lang) }

export function WordedText({ worded, locale }: { worded: Worded; locale: Locale }) {
  return worded.lang === locale ? worded.text : <span {...languageOf(worded, locale)}>{worded.text}</span>
}
