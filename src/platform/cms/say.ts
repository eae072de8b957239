import type { PayloadRequest } from 'payload'

export type BothLanguages = {
  ar: string
  en: string
}

/** A sentence in the language in which the person uses the panel; Arabic where there is none. */
export function say(req: Pick<PayloadRequest, 'i18n'>, sentence: BothLanguages): string {
  return req.i18n?.language === 'en' ? sentence.en : sentence.ar
}
