/** Whom a policy or a service concerns: the parties that the policy's preamble and approval name. */
export const audiences = ['beneficiaries', 'supporters', 'volunteers', 'staff', 'members', 'public'] as const
export type Audience = (typeof audiences)[number]

/** Names for the panel; the public site has its own in messages. */
export const audienceLabels: Record<Audience, { ar: string; en: string }> = {
  beneficiaries: { ar: 'المستفيدون', en: 'Beneficiaries' },
  supporters: { ar: 'الداعمون', en: 'Supporters' },
  volunteers: { ar: 'المتطوعون', en: 'Volunteers' },
  staff: { ar: 'الموظفون', en: 'Staff' },
  members: { ar: 'الأعضاء', en: 'Members' },
  public: { ar: 'الجميع', en: 'Everyone' },
}
