import type { Translator } from '@/i18n/translator'
import { channelLabels, fieldOfChannel, recordedChannels } from '@/shared/vocabulary/channels'
import { type Fact, isChannelFact, type missingFacts } from '../domain/missing-facts'

function factName(fact: Fact, t: Translator<'site.missing'>, locale: 'ar' | 'en'): string {
  if (!isChannelFact(fact)) return t(`fact.${fact}`)
  const channel = recordedChannels.find((one) => fieldOfChannel(one) === fact)
  return t('channel', { channel: channel ? channelLabels[channel][locale].toLowerCase() : fact })
}

/** A missing fact in the panel's language, with the text's language where it is missing in one only. */
export function missingFactName(
  { fact, languages }: ReturnType<typeof missingFacts>[number],
  t: Translator<'site.missing'>,
  locale: 'ar' | 'en',
): string {
  const name = factName(fact, t, locale)
  const [language] = languages
  return languages.length === 1 && language ? t('inOneLanguage', { fact: name, language }) : name
}
