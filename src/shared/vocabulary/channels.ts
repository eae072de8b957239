import type { BilingualLabel } from './label'

/**
 * The five channels of the policy, in its order (clauses channel-1 to channel-5). The one list: what
 * stores, offers, shows or counts channels reads it here. How a channel is called in public is in
 * messages/{ar,en}/channels.json.
 */
export const channels = ['interview', 'telephone', 'social-media', 'letter', 'website'] as const
export type Channel = (typeof channels)[number]

/** Names for the panel. */
export const channelLabels: Record<Channel, BilingualLabel> = {
  interview: { ar: 'المقابلة', en: 'In person' },
  telephone: { ar: 'الاتصالات الهاتفية', en: 'Telephone' },
  'social-media': { ar: 'وسائل التواصل الاجتماعي', en: 'Social media' },
  letter: { ar: 'الخطابات والمراسلات الرسمية', en: 'Official letters' },
  website: { ar: 'الموقع الإلكتروني', en: 'Website' },
}

type OtherChannel = Exclude<Channel, 'website'>

/** Those in which a member of staff writes down what a person said or sent; on the site people write it themselves. */
export const recordedChannels: readonly OtherChannel[] = channels.filter((channel) => channel !== 'website')

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name

/** The name of a channel's own group of fields in the CMS, such as `socialMedia`. */
export const fieldOfChannel = <Name extends Channel>(channel: Name): CamelCase<Name> =>
  channel.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>
