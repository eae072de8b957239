import type { CaseType } from '@/shared/casework/case-type'
import { standardRules } from '@/shared/casework/domain/case-rules'
import { inquiryKindLabels } from '@/shared/vocabulary/inquiry-kinds'
import { personalFields } from '../domain/personal-fields'
import { acknowledgementMail, followUpMail, messageMail } from './mail-templates'

/** What a person asks, suggests or complains of, by any channel of the policy. */
export const inquiryCases: CaseType = {
  kinds: inquiryKindLabels,
  rules: standardRules,
  personalFields,
  mails: { acknowledgement: acknowledgementMail, message: messageMail, followUp: followUpMail },
}
