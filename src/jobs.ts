import { eraseAppointmentsJob } from '@/features/appointments/server/erase-job'
import { mailAppointments } from '@/features/appointments/server/mail-job'
import { remindOfAppointments } from '@/features/appointments/server/reminder-job'
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
import { every, type Job } from '@/platform/jobs'
import { leftoversJob } from '@/platform/leftovers-job'
import { emptyOutbox } from '@/platform/outbox-job'
import { forgetCounts } from '@/platform/shared-counts'
import { forgetSecurityEvents } from '@/shared/audit/security-log'
import { repairProjections } from '@/shared/casework/cms/repair-projections'
import { answeredCases } from '@/shared/casework/server/answered-cases'
import { calendarJob } from '@/shared/casework/server/calendar-job'
import { eraseJob } from '@/shared/casework/server/erase-job'
import { followUpJob } from '@/shared/casework/server/follow-up-job'
import { handOverJob } from '@/shared/casework/server/hand-over-job'
import { forgetLinkRequests, sendLinks } from '@/shared/casework/server/link-jobs'
import { acknowledge, mailAnswers } from '@/shared/casework/server/mail-jobs'
import { forgetNotices, mailNotices } from '@/shared/casework/server/notices/mail-notices'
import { tellOfDueDates, tellOfEvents } from '@/shared/casework/server/notices/notice-jobs'
import { releaseJob } from '@/shared/casework/server/release-job'
import { fileJob } from '@/shared/files/server/file-job'
import { removeOrphans } from '@/shared/files/server/orphan-job'
import { forgetPassingSecrets } from '@/shared/intake/passing-secret'

/**
 * Every job of every feature, in the order in which a round runs them. A round comes every
 * `SWEEP_SECONDS`; what needn't run so often says `every('hour' | 'day', …)`.
 */
export const jobs: Job[] = [
  repairProjections,
  calendarJob,
  releaseJob,
  handOverJob,
  mailStaff,
  followUpJob,
  tellOfEvents,
  tellOfDueDates,
  mailNotices,
  acknowledge,
  mailAnswers,
  sendLinks,
  remindOfAppointments,
  mailAppointments,
  removeOrphans,
  fileJob,
  inForceJob(new Date()),
  surveyWindowJob(new Date()),
  inviteJob(answeredCases),
  invitationMailJob(answeredCases),
  eraseJob(retentionMonths),
  eraseEvaluationsJob(retentionMonths),
  eraseAppointmentsJob(retentionMonths),
  eraseFromDisk,
  every('hour', emptyOutbox),
  heldMedia.job,
  every('hour', leftoversJob),
  every('day', forgetUnanswered),
  forgetCounts,
  forgetLinkRequests,
  forgetPassingSecrets,
  forgetSessions,
  forgetStaffMails,
  every('day', forgetNotices),
  forgetSecurityEvents,
]
