import { type Payload, ValidationError } from 'payload'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import type { SurveyInvitation } from '@/payload-types'
import { env } from '@/platform/env'
import type { Job } from '@/platform/jobs'
import { messageIdOf, sendMail } from '@/platform/mail'
import { asSystem } from '@/platform/system-payload'
import { associationName } from '@/shared/directory/association-name'
import { sendQueuedMails } from '@/shared/messages/mail-outbox'
import { composeMail, type MailText } from '@/shared/messages/mail-text'
import {
  invitationKey,
  invitationOf,
  invitationPath,
  invitationToken,
  invitationTokenHash,
  isUsed,
} from './invitations'
import { openSurvey, surveyById } from './queries'
import { isOpen, type SurveyView } from './survey-view'

/** What this job needs of answered cases; src/jobs.ts provides it. */
export interface AnsweredCases {
  /** Answered after `since`, with no answer outstanding and not invited yet; oldest first. */
  findUninvited(
    payload: Payload,
    query: { since: Date; limit: number },
  ): Promise<readonly { id: string; channel: string; locale: Locale; serviceSlug: string | null; hasEmail: boolean }[]>
  markInvited(payload: Payload, inquiry: string, now: Date): Promise<void>
  /** The e-mail address, or null, and whether the sender is waiting for an answer again. */
  contactOf(payload: Payload, inquiry: string): Promise<{ email: string | null; isAnswerOwed: boolean }>
}

const BATCH = 50
const MAX_BATCHES = 20
const DAY_MS = 86_400_000
/** Inquiries answered longer ago, or before the survey opened, are not invited. */
const LOOK_BACK_MS = 30 * DAY_MS
/** Leaves time to read the answer; the tracking page has the link at once. */
const MAIL_DELAY_MS = 10 * 60_000

const openedAt = (survey: SurveyView) => survey.window.opensAt ?? survey.createdAt.getTime()

/**
 * Invites the sender of every answered inquiry once. A unique key makes repetitions (after a crash, by a second
 * worker) the same invitation; the mark saves the next round the work.
 */
export const inviteJob = (cases: AnsweredCases): Job => ({
  name: 'survey-invitations',
  async run(payload, now) {
    const survey = await openSurvey(payload, { audience: 'answered', locale: 'ar', now })
    if (!survey) return 0
    const since = new Date(Math.max(openedAt(survey), now.getTime() - LOOK_BACK_MS))
    let invited = 0
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const found = await cases.findUninvited(payload, { since, limit: BATCH })
      for (const answered of found) {
        if (await invite(payload, survey, answered, now)) invited += 1
        await cases.markInvited(payload, answered.id, now)
      }
      if (found.length < BATCH) break
    }
    return invited
  },
})

type Answered = Awaited<ReturnType<AnsweredCases['findUninvited']>>[number]

/** @returns false when the invitation existed already */
async function invite(payload: Payload, survey: SurveyView, answered: Answered, now: Date): Promise<boolean> {
  const dedupeKey = invitationKey(survey.slug, answered.id)
  try {
    await payload.create({
      collection: 'survey-invitations',
      data: {
        survey: survey.id,
        inquiry: answered.id,
        dedupeKey,
        tokenHash: invitationTokenHash(invitationToken(dedupeKey)),
        invitedAt: now.toISOString(),
        serviceSlug: answered.serviceSlug,
        channel: answered.channel,
        locale: answered.locale,
        mailState: answered.hasEmail ? 'due' : 'none',
        mailNextAt: answered.hasEmail ? new Date(now.getTime() + MAIL_DELAY_MS).toISOString() : null,
        mailAttempts: 0,
      },
      depth: 0,
      ...asSystem('job'),
    })
    return true
  } catch (error) {
    const { totalDocs } = await payload.count({
      collection: 'survey-invitations',
      where: { dedupeKey: { equals: dedupeKey } },
      ...asSystem('job'),
    })
    if (error instanceof ValidationError && totalDocs > 0) return false
    throw error
  }
}

async function invitationMail(payload: Payload, locale: Locale, token: string): Promise<MailText> {
  const t = translator('surveys.mail', locale)
  const sender = (await associationName(payload, locale)) ?? t('closing')
  return composeMail(
    { senderName: sender, subject: t('subject') },
    [
      { kind: 'paragraph', text: t('greeting') },
      { kind: 'paragraph', text: t('lead') },
      { kind: 'paragraph', text: t('how') },
      { kind: 'link', label: t('link'), url: `${env().siteUrl}${href(locale, invitationPath(token))}` },
      { kind: 'paragraph', text: t('once') },
      { kind: 'paragraph', text: sender },
    ],
    locale,
  )
}

/** Mails every unused invitation whose sender left an address. */
export const invitationMailJob = (cases: AnsweredCases): Job => ({
  name: 'survey-invitation-mails',
  run: (payload, now, round) =>
    sendQueuedMails<SurveyInvitation>({
      payload,
      now,
      round,
      collection: 'survey-invitations',
      async send(row) {
        const invitation = invitationOf(row)
        const survey = await surveyById(payload, { id: invitation.survey, locale: row.locale })
        if (!survey || !isOpen(survey, now) || (await isUsed(payload, invitation))) return false
        const { email: to, isAnswerOwed } = await cases.contactOf(payload, invitation.inquiry)
        if (!to) return false
        // A sender who is waiting for an answer is not asked for an evaluation.
        if (isAnswerOwed) return 'later'
        await sendMail({
          ...(await invitationMail(payload, row.locale, invitation.token)),
          to,
          language: row.locale,
          messageId: messageIdOf(`survey-invitation:${row.dedupeKey}`),
        })
        return true
      },
    }),
})
