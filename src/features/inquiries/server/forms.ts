import { getCms } from '@/payload/get-cms'
import { readableEmail } from '@/platform/email-address'
import { logger } from '@/platform/logger'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { fallbackWhenAway } from '@/platform/stale-on-error'
import { receiptToken } from '@/shared/casework/server/links'
import { keptUnder } from '@/shared/files/server/attachments'
import { notAccepted, type Posted } from '@/shared/intake/domain/posted'
import type { Suggestion } from '@/shared/intake/domain/suggestion'
import type { InquiryKind } from '@/shared/vocabulary/inquiry-kinds'
import type { InquiryFormState } from '../schema'
import { readInquiryForm } from './read-form'
import { submitInquiry } from './submit-inquiry'

/**
 * What the site's Server Actions call: a posted form in, the form's next state or a sealed token
 * out. A database that is away is a state like any other: nothing typed is lost.
 */

const clock = () => new Date()

export interface SiteFacts {
  clientAddress: string
  /** The browser, as it names itself. */
  clientAgent: string
  targetDaysOf: (kind: InquiryKind) => number | null
  /** Published services; asked for inside, so that a database that is away is noticed here. */
  services: () => Promise<readonly { id: string; slug: string }[]>
  /** What the site already says about these words. */
  suggest: (text: string) => Promise<readonly Suggestion[]>
}

/** @returns the receipt's token, or the form with everything typed */
export async function postInquiry(form: FormData, facts: SiteFacts): Promise<Posted<InquiryFormState>> {
  const posted = readInquiryForm(form)
  const redisplay = (more: Partial<InquiryFormState>): Posted<InquiryFormState> => ({
    status: 'again',
    state: {
      outcome: 'invalid',
      errors: {},
      values: { ...posted.values, email: readableEmail(posted.values.email) },
      submissionKey: posted.submissionKey,
      kept: [],
      rejectedFiles: [],
      suggestions: [],
      ...more,
    },
  })
  const submit = async (): Promise<Posted<InquiryFormState>> => {
    const payload = await getCms()
    const services = await facts.services()
    const result = await submitInquiry({
      payload,
      clock,
      posted,
      clientAddress: facts.clientAddress,
      clientAgent: facts.clientAgent,
      consentVersion: privacyNoticeVersion,
      targetDaysOf: facts.targetDaysOf,
      serviceIdOf: (slug) => services.find((service) => service.slug === slug)?.id ?? null,
    })
    if (result.status === 'ok') return { status: 'ok', token: receiptToken(result.submissionKey, clock()) }
    const submissionKey = result.submissionKey ?? posted.submissionKey
    const shown = { submissionKey, kept: await keptUnder(await getCms(), submissionKey) }
    const suggestions = await facts.suggest(`${posted.values.subject} ${posted.values.message}`)
    if (result.status === 'looking') {
      const { rejectedFiles } = result
      const [first] = rejectedFiles
      // A file that isn't taken is said now, not after the next press.
      const outcome = first ? 'invalid' : 'looked'
      return redisplay({
        outcome,
        errors: first ? { attachments: first.code } : {},
        rejectedFiles,
        suggestions,
        ...shown,
      })
    }
    logger.info(
      result.status === 'invalid'
        ? { form: 'inquiry', errors: result.errors }
        : { form: 'inquiry', reason: result.reason },
      'a form was sent back',
    )
    return result.status === 'invalid'
      ? redisplay({ errors: result.errors, rejectedFiles: result.rejectedFiles, suggestions, ...shown })
      : redisplay({ outcome: notAccepted(result.reason), ...shown })
  }
  return fallbackWhenAway('inquiry form', submit, () => redisplay({ outcome: 'unavailable' }))
}
