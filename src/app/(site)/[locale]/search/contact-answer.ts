import {
  type ContactAnswer,
  type ContactEntry,
  type ContactFact,
  contactFacts,
} from '@/features/search/domain/contact-answer'
import { askedContactFacts } from '@/features/search/server/contact-question'
import type { Association } from '@/features/site/domain/association'
import { getAssociation } from '@/features/site/server/queries'
import { messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'
import { type Channel, recordedChannels } from '@/shared/vocabulary/channels'

/**
 * The answer to a question about reaching the association, or null when it asks something else. It
 * is made of what the association has said in the panel; where that is nothing, it says so.
 */
export async function contactAnswer(locale: Locale, question: string): Promise<ContactAnswer | null> {
  const asked = askedContactFacts(question)
  if (asked.length === 0) return null
  const association = await getAssociation(locale)
  const isAboutAll = asked.includes('contact')
  const wanted = contactFacts.filter((fact) => isAboutAll || asked.includes(fact))
  const facts = wanted.map((fact) => ({ fact, entries: entriesOf(fact, association, locale) }))
  const known = facts.filter(({ entries }) => entries.length > 0)
  const unknown = isAboutAll ? [] : facts.flatMap(({ fact, entries }) => (entries.length === 0 ? [fact] : []))
  return known.length + unknown.length > 0 ? { known, unknown } : null
}

function entriesOf(fact: ContactFact, association: Association, locale: Locale): ContactEntry[] {
  const { phone, email, address, socialAccounts } = association
  switch (fact) {
    case 'telephone':
      return [...own('telephone', phone), ...ofChannels('details', ['telephone'], association, locale)]
    case 'hours':
      return ofChannels('hours', recordedChannels, association, locale)
    case 'address':
      return [...own('text', address), ...ofChannels('details', ['interview', 'letter'], association, locale)]
    case 'email':
      return own('email', email)
    case 'social':
      return [
        ...socialAccounts.map(
          ({ label, url }): ContactEntry => ({ key: url, label: null, kind: 'account', text: label, url }),
        ),
        ...ofChannels('details', ['social-media'], association, locale),
      ]
  }
}

const own = (kind: 'telephone' | 'email' | 'text', text: string | null): ContactEntry[] =>
  text === null ? [] : [{ key: 'own', label: null, kind, text }]

function ofChannels(
  said: 'details' | 'hours',
  wanted: readonly Channel[],
  { channels }: Association,
  locale: Locale,
): ContactEntry[] {
  const names = messagesFor(locale).channels
  return channels.flatMap((facts): ContactEntry[] => {
    const text = facts[said]
    if (text === null || !wanted.includes(facts.channel)) return []
    return [{ key: facts.channel, label: names[facts.channel], kind: 'text', text }]
  })
}
