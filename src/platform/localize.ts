import type { PayloadRequest } from 'payload'

export type LocalizedText = {
  ar: string
  en: string
}

/** A sentence in the language in which the person uses the panel; Arabic where there is none. */
export function localize(req: Pick<PayloadRequest, 'i18n'>, sentence: LocalizedText): string {
  return req.i18n?.language === 'en' ? sentence.en : sentence.ar
}
