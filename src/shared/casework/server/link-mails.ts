import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import { composeMail, type MailText } from '@/shared/messages/mail-text'
import { joinGroups } from './mail-facts'

/** A new link for somebody who lost the code: to one case, or to the list of all when `reference` is null. */
export function linkMail({
  locale,
  sender,
  reference,
  url,
}: {
  locale: Locale
  sender: string
  reference: string | null
  url: string
}): MailText {
  const t = translator('mail', locale)
  const kind = reference ? 'one' : 'all'
  return composeMail(
    { senderName: sender, subject: t(`link.${kind}.subject`, { reference: joinGroups(reference ?? '') }) },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t(`link.${kind}.lead`, { reference: joinGroups(reference ?? '') }) },
      { kind: 'link', label: t(`link.${kind}.open`), url },
      { kind: 'paragraph', text: t(`link.${kind}.end`) },
      { kind: 'paragraph', text: t('link.notYou') },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}
