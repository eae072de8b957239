import { useTranslations } from 'next-intl'
import type { ContactAnswer, ContactEntry } from '@/features/search/domain/contact-answer'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { GoLink } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { LinkedText } from '@/ui/linked-text'
import { Section } from '@/ui/page'
import { MixedText, TelephoneLink, UserText } from '@/ui/text'

function EntryValue({ entry: { kind, text, url }, locale }: { entry: ContactEntry; locale: Locale }) {
  switch (kind) {
    case 'telephone':
      return <TelephoneLink number={text} />
    case 'email':
      return (
        <a href={`mailto:${text}`} dir="ltr">
          {text}
        </a>
      )
    case 'account':
      return (
        <a href={url} rel="noopener noreferrer">
          <UserText>{text}</UserText>
        </a>
      )
    case 'text':
      return <LinkedText text={text} rest={(words) => <MixedText text={words} locale={locale} hasTelephones />} />
  }
}

/** The direct answer above the results: how to reach the association, or where to ask. */
export function ContactPanel({
  answer,
  locale,
  question,
}: {
  answer: ContactAnswer
  locale: Locale
  question: string
}) {
  const t = useTranslations('search')
  const { known, unknown } = answer
  const items = known.map(({ fact, entries }) => ({
    key: fact,
    term: t(`contact.fact.${fact}`),
    value: entries.map((entry) => (
      <span key={entry.key} className="block">
        {entry.label ? <span className="muted">{entry.label}: </span> : null}
        <EntryValue entry={entry} locale={locale} />
      </span>
    )),
  }))
  const ask = `/contact?${new URLSearchParams({ subject: question })}` as const
  return (
    <Section id="contact-answer" title={t('contact.title')} className="stack">
      <Facts items={items} />
      {unknown.map((fact) => (
        <p key={fact}>{t(`contact.unknown.${fact}`)}</p>
      ))}
      <p>
        <GoLink href={href(locale, unknown.length > 0 ? ask : '/contact')}>
          {t(unknown.length > 0 ? 'contact.ask' : 'contact.page')}
        </GoLink>
      </p>
    </Section>
  )
}
