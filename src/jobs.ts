import { repairProjections } from '@/features/inquiries/cms/repair-projections'
import { answeredInquiries } from '@/features/inquiries/server/answered-inquiries'
import { eraseJob } from '@/features/inquiries/server/erase-job'
import { acknowledge, mailAnswers } from '@/features/inquiries/server/mail-jobs'
import { releaseJob } from '@/features/inquiries/server/release-job'
import { inForceJob } from '@/features/policies/cms/in-force-job'
import { forgetUnanswered } from '@/features/search/server/unanswered'
import { heldMedia } from '@/features/site/cms/media'
import { retentionMonths } from '@/features/site/server/retention'
import { forgetSessions } from '@/features/staff/server/sessions'
import { forgetStaffMails, mailStaff } from '@/features/staff/server/staff-mails'
import { eraseEvaluationsJob } from '@/features/surveys/server/erase-job'
import { invitationMailJob, inviteJob } from '@/features/surveys/server/invitation-jobs'
import { surveyWindowJob } from '@/features/surveys/server/window-job'
import { eraseFromDisk } from '@/platform/erased-from-disk'
import type { Job } from '@/platform/jobs'
import { leftoversJob } from '@/platform/leftovers-job'
import { emptyOutbox } from '@/platform/outbox-job'
import { forgetCounts } from '@/platform/shared-counts'
import { forgetSecurityEvents } from '@/shared/audit/security-log'
import { fileJob } from '@/shared/files/server/file-job'
import { removeOrphans } from '@/shared/files/server/orphan-job'
import { forgetPassingSecrets } from '@/shared/intake/passing-secret'

/** Every job of every feature, in the order in which a round runs them. */
export const jobs: Job[] = [
  repairProjections,
  releaseJob,
  mailStaff,
  acknowledge,
  mailAnswers,
  removeOrphans,
  fileJob,
  inForceJob(new Date()),
  surveyWindowJob(new Date()),
  inviteJob(answeredInquiries),
  invitationMailJob(answeredInquiries),
  eraseJob(retentionMonths),
  eraseEvaluationsJob(retentionMonths),
  eraseFromDisk,
  emptyOutbox,
  heldMedia.job,
  leftoversJob,
  forgetUnanswered,
  forgetCounts,
  forgetPassingSecrets,
  forgetSessions,
  forgetStaffMails,
  forgetSecurityEvents,
]
