import { hasVisibleText } from '@/platform/typed-text'
import { fieldOfChannel, recordedChannels } from '@/shared/vocabulary/channels'

/** The channels besides this site; each has a group of fields of its own in the CMS. */
export const channelFacts = recordedChannels.map((channel) => fieldOfChannel(channel))
export type ChannelFact = (typeof channelFacts)[number]

/** The facts that the association should enter, in the order of the list for staff. */
const facts = [
  'name',
  'shortName',
  'description',
  'registrationNumber',
  'phone',
  'email',
  'address',
  ...channelFacts,
  'socialAccounts',
  'responseTargets',
] as const
export type Fact = (typeof facts)[number]

type Text = string | null | undefined

/** The association as stored, read in one language. */
export interface SaidFacts {
  name?: Text
  shortName?: Text
  description?: Text
  registrationNumber?: Text
  phone?: Text
  email?: Text
  address?: Text
  channels?: { [channel in ChannelFact]?: { details?: Text } }
  socialAccounts?: readonly unknown[] | null
  responseTargets?: { [kind: string]: number | null | undefined }
}

export const isChannelFact = (fact: Fact): fact is ChannelFact => channelFacts.some((channel) => channel === fact)

function isSaid(fact: Fact, said: SaidFacts): boolean {
  if (isChannelFact(fact)) return hasVisibleText(said.channels?.[fact]?.details ?? '')
  switch (fact) {
    case 'socialAccounts':
      return (said.socialAccounts ?? []).length > 0
    case 'responseTargets':
      return Object.values(said.responseTargets ?? {}).some((days) => typeof days === 'number')
    default:
      return hasVisibleText(said[fact] ?? '')
  }
}

/** Each fact that is missing, with the languages in which it is. */
export function missingFacts(said: { ar: SaidFacts; en: SaidFacts }): { fact: Fact; languages: ('ar' | 'en')[] }[] {
  return facts
    .map((fact) => ({ fact, languages: (['ar', 'en'] as const).filter((language) => !isSaid(fact, said[language])) }))
    .filter(({ languages }) => languages.length > 0)
}
