import type { Payload } from 'payload'
import type { Inquiry } from '@/payload-types'
import { startOfDay } from '@/platform/calendar'
import { relatedId } from '@/shared/casework/domain/rows'
import type { ConsentForm } from '@/shared/casework/schema'
import { decryptPersonalFields } from '@/shared/casework/server/personal-fields'
import { fingerprintsUnder } from '@/shared/files/server/attachment-rows'
import type { Content } from '@/shared/intake/submission'
import type { Channel } from '@/shared/vocabulary/channels'
import { personalFields } from '../domain/personal-fields'
import type { ValidInquiry } from '../schema'
import { personalOf } from './receive-inquiry'

/** The circumstances of an inquiry, which its form doesn't hold. */
export interface Circumstances {
  channel: Channel
  serviceId: string | null
  consentVersion: string
  consentForm: ConsentForm
  /** Fingerprints of the files, sorted. */
  files: readonly string[]
  /** By whom and as of which moment staff wrote it down; null for what the site took in. */
  recorded: { by: string; receivedAt: Date } | null
}

/** Everything that makes an inquiry this one and no other, as it would be stored. */
export function inquiryContent(inquiry: Omit<ValidInquiry, 'service'>, given: Circumstances): Content {
  const { kind, isSensitive, isAnonymous, replyChannel, replyLocale } = inquiry
  const { channel, serviceId, consentVersion, consentForm, files, recorded } = given
  return {
    ...{ kind, isSensitive, isAnonymous, replyChannel, replyLocale, ...personalOf(inquiry) },
    ...{ channel, serviceId, consentVersion, consentForm, files },
    recorded: recorded && { by: recorded.by, day: startOfDay(recorded.receivedAt).toISOString() },
  }
}

/** The same of a row: sent again, it would be the same submission. */
export async function storedContent(payload: Payload, row: Inquiry): Promise<Content> {
  const { kind, isSensitive, isAnonymous, replyChannel, locale, channel, consentVersion, consentForm, receivedAt } = row
  const by = relatedId(row.recordedBy)
  return inquiryContent(
    {
      kind,
      isSensitive,
      isAnonymous,
      replyChannel,
      replyLocale: locale,
      ...decryptPersonalFields(personalFields, row),
    },
    {
      ...{ channel, consentVersion, consentForm },
      serviceId: relatedId(row.service),
      files: await fingerprintsUnder(payload, row.submissionKey),
      recorded: by ? { by, receivedAt: new Date(receivedAt) } : null,
    },
  )
}
