import type { BilingualLabel } from './label'

/** What an inquiry can be; a response target can be set for each. */
export const inquiryKinds = ['question', 'guidance', 'suggestion', 'complaint'] as const
export type InquiryKind = (typeof inquiryKinds)[number]

/** Names for the panel; the public site has its own in messages/{ar,en}/inquiries.json. */
export const inquiryKindLabels: Record<InquiryKind, BilingualLabel> = {
  question: { ar: 'سؤال', en: 'Question' },
  guidance: { ar: 'طلب إرشاد', en: 'Guidance' },
  suggestion: { ar: 'اقتراح', en: 'Suggestion' },
  complaint: { ar: 'شكوى', en: 'Complaint' },
}
