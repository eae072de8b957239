import { translator } from '@/i18n/translator'
import { dateText } from '@/platform/calendar'
import type { FollowUpFacts } from '@/shared/casework/case-type'
import type { ToldStep } from '@/shared/casework/domain/told-steps'
import { joinGroups, type MailFacts, trackingUrl } from '@/shared/casework/server/mail-facts'
import { composeMail, type MailText } from '@/shared/messages/mail-text'

/** "It reached us": the link that opens it, then reference and code for the telephone and paper. */
export function acknowledgementMail({
  locale,
  sender,
  reference,
  token,
  code,
}: MailFacts & { code: string }): MailText {
  const t = translator('mail', locale)
  return composeMail(
    { senderName: sender, subject: t('acknowledgement.subject', { reference: joinGroups(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t('acknowledgement.received') },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: t('acknowledgement.numbers') },
      { kind: 'number', term: t('reference'), value: joinGroups(reference) },
      { kind: 'number', term: t('code'), value: joinGroups(code) },
      { kind: 'paragraph', text: t('acknowledgement.keep') },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}

/** The answer, an interim reply or a question of ours, in its own words. */
export function messageMail({
  locale,
  sender,
  reference,
  token,
  type,
  words,
}: MailFacts & { type: ToldStep; words: string }): MailText {
  const t = translator('mail', locale)
  return composeMail(
    { senderName: sender, subject: t(`${type}.subject`, { reference: joinGroups(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t(`${type}.lead`, { reference: joinGroups(reference) }) },
      { kind: 'quote', text: words },
      { kind: 'paragraph', text: t(`${type}.next`) },
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}

/** Our question again, or that the case was closed without a reply and how it is opened. */
export function followUpMail({
  locale,
  sender,
  reference,
  token,
  type,
  question,
  closesAt,
}: MailFacts & FollowUpFacts): MailText {
  const t = translator('mail', locale)
  return composeMail(
    { senderName: sender, subject: t(`${type}.subject`, { reference: joinGroups(reference) }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t(`${type}.lead`, { reference: joinGroups(reference) }) },
      { kind: 'quote', text: question },
      { kind: 'paragraph', text: t(`${type}.next`) },
      ...(closesAt
        ? [{ kind: 'paragraph' as const, text: t('reminded.until', { date: dateText(closesAt, locale) }) }]
        : []),
      { kind: 'link', label: t('track'), url: trackingUrl(locale, token) },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}
