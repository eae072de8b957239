import { type Channel, channels } from '@/shared/vocabulary/channels'
import { type InquiryKind, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'

interface ChannelFact {
  channel: Channel
  details: string | null
  hours: string | null
}

/** The association's data. Missing facts are null and not shown. */
export interface Association {
  name: string
  shortName: string
  description: string | null
  registrationNumber: string | null
  phone: string | null
  email: string | null
  address: string | null
  channels: ChannelFact[]
  socialAccounts: { label: string; url: string }[]
  /** In working days; the association's setting, not part of the policy. */
  responseTargets: Record<InquiryKind, number | null>
  /** Months after its last step for which an answered inquiry keeps its texts; null if not set. */
  retentionMonths: number | null
}

/** An association of which only the name is known. */
export function emptyAssociation(name: string, shortName: string): Association {
  return {
    name,
    shortName,
    description: null,
    registrationNumber: null,
    phone: null,
    email: null,
    address: null,
    channels: channels.map((channel) => ({ channel, details: null, hours: null })),
    socialAccounts: [],
    responseTargets: Object.fromEntries(inquiryKinds.map((kind) => [kind, null])) as Association['responseTargets'],
    retentionMonths: null,
  }
}

/**
 * The name split for the masthead: the words around the short name are set smaller. A leading English article is
 * dropped.
 */
export function brandParts(name: string, shortName: string): { before: string; main: string; after: string } {
  const at = shortName ? name.indexOf(shortName) : -1
  if (at < 0) return { before: '', main: name, after: '' }
  const before = name.slice(0, at).trim()
  return {
    before: /^the$/i.test(before) ? '' : before,
    main: shortName,
    after: name.slice(at + shortName.length).trim(),
  }
}
