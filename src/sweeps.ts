import { healProjections } from '@/features/inquiries/cms/heal-projections'
import { answeredInquiries } from '@/features/inquiries/server/answered-inquiries'
import { eraseSweep } from '@/features/inquiries/server/erase-sweep'
import { fileSweep } from '@/features/inquiries/server/file-sweep'
import { acknowledge, mailAnswers } from '@/features/inquiries/server/mail-sweeps'
import { sweepOrphans } from '@/features/inquiries/server/orphan-sweep'
import { releaseSweep } from '@/features/inquiries/server/release-sweep'
import { inForceSweep } from '@/features/policies/cms/in-force-sweep'
import { forgetUnanswered } from '@/features/search/server/unanswered'
import { heldMedia } from '@/features/site/cms/media'
import { retentionMonths } from '@/features/site/server/retention'
import { forgetSessions } from '@/features/staff/server/sessions'
import { forgetStaffMails, mailStaff } from '@/features/staff/server/staff-mails'
import { eraseEvaluationsSweep } from '@/features/surveys/server/erase-sweep'
import { invitationMailSweep, inviteSweep } from '@/features/surveys/server/invitation-sweeps'
import { surveyWindowSweep } from '@/features/surveys/server/window-sweep'
import { eraseFromDisk } from '@/platform/erased-from-disk'
import { leftoversSweep } from '@/platform/leftovers-sweep'
import { outboxSweep } from '@/platform/outbox-sweep'
import { forgetPassingSecrets } from '@/platform/passing-secret'
import { forgetSecurityEvents } from '@/platform/security-log'
import { sweepCounts } from '@/platform/shared-counts'
import type { Sweep } from '@/platform/sweeps'

/** Every sweep of every feature, in the order in which a round runs them. */
export const sweeps: Sweep[] = [
  healProjections,
  releaseSweep,
  mailStaff,
  acknowledge,
  mailAnswers,
  sweepOrphans,
  fileSweep,
  inForceSweep(new Date()),
  surveyWindowSweep(new Date()),
  inviteSweep(answeredInquiries),
  invitationMailSweep(answeredInquiries),
  eraseSweep(retentionMonths),
  eraseEvaluationsSweep(retentionMonths),
  eraseFromDisk,
  outboxSweep,
  heldMedia.sweep,
  leftoversSweep,
  forgetUnanswered,
  sweepCounts,
  forgetPassingSecrets,
  forgetSessions,
  forgetStaffMails,
  forgetSecurityEvents,
]
