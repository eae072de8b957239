import type { Payload } from 'payload'
import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import type { User } from '@/payload-types'
import { env } from '@/platform/env'
import { associationName } from '@/shared/directory/association-name'
import { composeMail, composeMailInBoth, type MailPart, type MailText } from '@/shared/messages/mail-text'
import type { StaffMailKind } from '../domain/staff-mail-kinds'
import { INVITATION_HOURS } from '../schema'

interface Facts {
  kind: StaffMailKind
  user: Pick<User, 'language'>
  /** The address of the page that sets a password, for mails that have one. */
  link: string | null
}

function inLanguage({ kind, link }: Facts, sender: string, locale: Locale): { subject: string; parts: MailPart[] } {
  const t = translator('staff.mail', locale)
  const paragraph = (text: string): MailPart => ({ kind: 'paragraph', text })
  const facts = { association: sender, hours: INVITATION_HOURS }
  const label = kind === 'invitation' || kind === 'forgotten' ? t(`${kind}.link`) : t('panel')
  return {
    subject: t(`${kind}.subject`, facts),
    parts: [
      paragraph(t('greeting')),
      paragraph(t(`${kind}.lead`, facts)),
      { kind: 'link', label, url: link ?? `${env().siteUrl}/admin` },
      paragraph(t(`${kind}.note`, facts)),
      paragraph(sender),
    ],
  }
}

/** In the person's language, or in both if it is unknown. */
export async function staffMail(payload: Payload, facts: Facts): Promise<MailText> {
  const senderIn = async (locale: Locale) =>
    (await associationName(payload, locale)) ?? translator('staff.mail', locale)('closing')
  const { language } = facts.user
  if (language) {
    const sender = await senderIn(language)
    const { subject, parts } = inLanguage(facts, sender, language)
    return composeMail({ subject, senderName: sender }, parts, language)
  }
  const [ar, en] = await Promise.all([senderIn('ar'), senderIn('en')])
  return composeMailInBoth(ar, { ar: inLanguage(facts, ar, 'ar'), en: inLanguage(facts, en, 'en') })
}
