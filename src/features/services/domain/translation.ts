import { hasVisibleText } from '@/platform/typed-text'

/** A service's texts in one language, as stored. */
export interface ServiceTexts {
  title?: string | null
  need?: string | null
  summary?: string | null
  eligibility?: readonly { text?: string | null }[] | null
  documents?: readonly { text?: string | null }[] | null
  steps?: readonly { title?: string | null }[] | null
  action?: { label?: string | null } | null
}

export const serviceTexts = ['title', 'need', 'summary', 'eligibility', 'documents', 'steps', 'action'] as const
export type ServiceText = (typeof serviceTexts)[number]

const isEmpty = (text: string | null | undefined) => !hasVisibleText(text ?? '')

/**
 * The texts that a service lacks before it can be shown in a language. Rows are shared by the languages, their texts
 * aren't.
 */
export function missingTexts(service: ServiceTexts): ServiceText[] {
  const isMissing: Record<ServiceText, boolean> = {
    title: isEmpty(service.title),
    need: isEmpty(service.need),
    summary: isEmpty(service.summary),
    eligibility: (service.eligibility ?? []).some(({ text }) => isEmpty(text)),
    documents: (service.documents ?? []).some(({ text }) => isEmpty(text)),
    steps: (service.steps ?? []).some(({ title }) => isEmpty(title)),
    action: isEmpty(service.action?.label),
  }
  return serviceTexts.filter((name) => isMissing[name])
}
