import type { PayloadRequest } from 'payload'

export type LocalizedText = {
  ar: string
  en: string
}

/** A text in the person's panel language; Arabic by default. */
export function localize(req: Pick<PayloadRequest, 'i18n'>, sentence: LocalizedText): string {
  return req.i18n?.language === 'en' ? sentence.en : sentence.ar
}
