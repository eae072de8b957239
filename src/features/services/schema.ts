/** Option lists of the service catalogue; the collection and the public pages read them here. */

/** What the main button of a service does. */
export const actionKinds = ['ask', 'complain', 'link'] as const
export type ActionKind = (typeof actionKinds)[number]

export const actionKindLabels: Record<ActionKind, { ar: string; en: string }> = {
  ask: { ar: 'نموذج التواصل لهذه الخدمة', en: 'Contact form for this service' },
  complain: { ar: 'نموذج الشكوى', en: 'Complaint form' },
  link: { ar: 'رابط آخر', en: 'Another link' },
}
