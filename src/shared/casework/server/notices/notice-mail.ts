import type { Locale } from '@/i18n/routing'
import { type Translator, translator } from '@/i18n/translator'
import { dateText, formatTime } from '@/platform/calendar'
import { env } from '@/platform/env'
import { composeMail, type MailPart, type MailText } from '@/shared/messages/mail-text'
import { groupOf, type NoticeKind, noticeGroups } from '../../domain/notices'
import { formatReference } from '../../domain/reference'
import { joinGroups } from '../mail-facts'

/** What a mail to staff says of a case: nothing of the person and nothing of what anybody wrote. */
export interface NoticeLine {
  kind: NoticeKind
  isOwn: boolean
  /** The name of who is away, in whose place the reader is told. */
  onBehalfOf: string | null
  /** The id of the case. */
  inquiry: string
  /** Nine digits. */
  reference: string
  /** What kind of case it is, in the mail's language. */
  caseKind: string
  /** When the answer is due now. */
  dueAt: Date | null
}

interface Frame {
  locale: Locale
  sender: string
}

type Words = Translator<'notices'>

/** What happened, in words of the reader. */
export function whatHappened(
  { kind, isOwn, onBehalfOf }: Pick<NoticeLine, 'kind' | 'isOwn' | 'onBehalfOf'>,
  t: Words,
): string {
  if (onBehalfOf === null) return t(`what.${kind === 'referred' && isOwn ? 'referredToYou' : kind}`)
  const isGiven = kind === 'assigned' || kind === 'referred'
  return t('onBehalf', { name: onBehalfOf, what: isGiven ? t(`given.${kind}`) : t(`what.${kind}`) })
}

function dueText({ dueAt }: NoticeLine, locale: Locale, t: Words): string | null {
  if (!dueAt) return null
  const { clock, period } = formatTime(dueAt, locale)
  return t('due', { date: dateText(dueAt, locale), time: `${clock}\u00a0${period}` })
}

const numberOf = ({ reference }: NoticeLine): string => joinGroups(formatReference(reference))
const panelUrl = (path: string): string => `${env().siteUrl}/admin${path}`
const paragraph = (text: string): MailPart => ({ kind: 'paragraph', text })

const closing = ({ sender }: Frame, t: Words): MailPart[] => [
  paragraph(t('mail.choice')),
  { kind: 'link', label: t('mail.account'), url: panelUrl('/account') },
  paragraph(sender),
]

/** One thing, told at once. */
export function singleNoticeMail(line: NoticeLine, frame: Frame): MailText {
  const t = translator('notices', frame.locale)
  const what = whatHappened(line, t)
  const due = dueText(line, frame.locale, t)
  return composeMail(
    { senderName: frame.sender, subject: t('mail.subject', { what, reference: numberOf(line) }) },
    [
      paragraph(t('mail.greeting')),
      paragraph(`${what}: ${line.caseKind}`),
      { kind: 'number', term: t('mail.reference'), value: numberOf(line) },
      ...(due ? [paragraph(due)] : []),
      { kind: 'link', label: t('mail.open'), url: panelUrl(`/inbox/${line.inquiry}`) },
      ...closing(frame, t),
    ],
    frame.locale,
  )
}

/**
 * What is to do, what is new and what is for information, each with its link.
 * @param more how many there are besides
 */
export function digestMail(lines: readonly NoticeLine[], more: number, frame: Frame): MailText {
  const t = translator('notices', frame.locale)
  const count = lines.length + more
  const linked = (line: NoticeLine): MailPart => {
    const facts = { what: whatHappened(line, t), kind: line.caseKind, reference: numberOf(line) }
    const due = dueText(line, frame.locale, t)
    return {
      kind: 'link',
      label: due ? t('mail.lineDue', { ...facts, due }) : t('mail.line', facts),
      url: panelUrl(`/inbox/${line.inquiry}`),
    }
  }
  const groups = noticeGroups.flatMap((group): MailPart[] => {
    const ofGroup = lines.filter((line) => groupOf(line) === group)
    return ofGroup.length > 0 ? [{ kind: 'heading', text: t(`mail.group.${group}`) }, ...ofGroup.map(linked)] : []
  })
  return composeMail(
    { senderName: frame.sender, subject: t('mail.digest', { count }) },
    [
      paragraph(t('mail.greeting')),
      paragraph(t('mail.digestLead', { count })),
      ...groups,
      ...(more > 0 ? [paragraph(t('mail.more', { count: more }))] : []),
      { kind: 'link', label: t('mail.firstPage'), url: panelUrl('') },
      ...closing(frame, t),
    ],
    frame.locale,
  )
}
