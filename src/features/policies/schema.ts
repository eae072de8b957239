/** Option lists of the policy library; the collections and the public pages read them here. */

export const categories = [
  'beneficiary-relations',
  'governance',
  'finance',
  'people',
  'volunteering',
  'fundraising',
  'information',
] as const
export type Category = (typeof categories)[number]

export const categoryLabels: Record<Category, { ar: string; en: string }> = {
  'beneficiary-relations': { ar: 'العلاقة مع المستفيدين', en: 'Relations with beneficiaries' },
  governance: { ar: 'الحوكمة', en: 'Governance' },
  finance: { ar: 'المالية', en: 'Finance' },
  people: { ar: 'الموارد البشرية', en: 'People' },
  volunteering: { ar: 'التطوع', en: 'Volunteering' },
  fundraising: { ar: 'تنمية الموارد', en: 'Fundraising' },
  information: { ar: 'المعلومات والخصوصية', en: 'Information and privacy' },
}

/** What a section of a policy is. Its kind also names its address: `dealing`, `dealing-3`. */
export const sectionKinds = [
  'preamble',
  'definition',
  'goal',
  'objective',
  'practice',
  'channel',
  'dealing',
  'provision',
  'approval',
  'resolution',
] as const
export type SectionKind = (typeof sectionKinds)[number]

export const sectionKindLabels: Record<SectionKind, { ar: string; en: string }> = {
  preamble: { ar: 'تمهيد', en: 'Preamble' },
  definition: { ar: 'تعريفات', en: 'Definitions' },
  goal: { ar: 'الهدف العام', en: 'General goal' },
  objective: { ar: 'الأهداف التفصيلية', en: 'Objectives' },
  practice: { ar: 'الممارسات', en: 'Practices' },
  channel: { ar: 'قنوات التواصل', en: 'Channels' },
  dealing: { ar: 'سياسات التعامل', en: 'Dealing' },
  provision: { ar: 'أحكام', en: 'Provisions' },
  approval: { ar: 'الاعتماد والتعديل والتنفيذ', en: 'Approval, amendment and entry into force' },
  resolution: { ar: 'قرار مجلس الإدارة', en: 'Board resolution' },
}
