/** Option lists of the service catalogue; the collection and the public pages read them here. */

/** The five channels of the association's policy (clauses channel-1 to channel-5), in its order. */
export const channels = ['interview', 'telephone', 'social-media', 'letter', 'website'] as const
export type Channel = (typeof channels)[number]

export const channelLabels: Record<Channel, { ar: string; en: string }> = {
  interview: { ar: 'المقابلة', en: 'In person' },
  telephone: { ar: 'الاتصالات الهاتفية', en: 'Telephone' },
  'social-media': { ar: 'وسائل التواصل الاجتماعي', en: 'Social media' },
  letter: { ar: 'الخطابات والمراسلات الرسمية', en: 'Official letters' },
  website: { ar: 'الموقع الإلكتروني', en: 'Website' },
}

/** What the filled button of a service does. */
export const actionKinds = ['ask', 'complain', 'link'] as const
export type ActionKind = (typeof actionKinds)[number]

export const actionKindLabels: Record<ActionKind, { ar: string; en: string }> = {
  ask: { ar: 'نموذج التواصل لهذه الخدمة', en: 'Contact form for this service' },
  complain: { ar: 'نموذج الشكوى', en: 'Complaint form' },
  link: { ar: 'رابط آخر', en: 'Another link' },
}
