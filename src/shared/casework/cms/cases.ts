import type { CollectionConfig } from 'payload'
import { recordSettings } from '@/payload/record-fields'
import { refuseDelete, refuseUpdate } from '@/payload/written-once'
import { nobody, staff } from '@/platform/access'
import { type CaseType, custom } from '../case-type'
import { caseStaff } from './access'
import { deriveFirstProjection } from './first-projection'
import { projectionFields, workingFields } from './projection-fields'
import { keyFields, submissionFields } from './submission-fields'

/** One submission is one row. What happens to it afterwards is in `inquiry-events`. */
export const casesOf = (types: readonly CaseType[]): CollectionConfig => ({
  slug: 'inquiries',
  labels: { singular: { ar: 'استفسار', en: 'Inquiry' }, plural: { ar: 'الاستفسارات', en: 'Inquiries' } },
  access: {
    admin: staff,
    create: nobody,
    delete: nobody,
    read: caseStaff,
    readVersions: nobody,
    update: nobody,
  },
  // Cases are listed in the inbox (server/desk/list-cases.ts), never in a list of Payload's.
  admin: { hidden: true, useAsTitle: 'reference' },
  defaultSort: '-receivedAt',
  custom: custom(types),
  ...recordSettings,
  hooks: { beforeChange: [refuseUpdate, deriveFirstProjection], beforeDelete: [refuseDelete] },
  // Every list of the inbox, in its order: mine, unassigned, due, waiting, answered, all; and the jobs' questions.
  indexes: [
    { fields: ['assignee', 'status', 'turnAt', 'receivedAt'] },
    { fields: ['department', 'status', 'turnAt', 'receivedAt'] },
    { fields: ['status', 'dueAt', 'receivedAt'] },
    { fields: ['status', 'receivedAt'] },
    { fields: ['kind', 'receivedAt'] },
    { fields: ['channel', 'receivedAt'] },
    { fields: ['status', 'lastEventAt'] },
    { fields: ['isUndelivered', 'lastEventAt'] },
    { fields: ['outcome', 'receivedAt'] },
    { fields: ['followUpAt', 'receivedAt'] },
    { fields: ['noticesDueAt', 'receivedAt'] },
    { fields: ['dueNoticeAt', 'dueAt'] },
    { fields: ['mailState', 'mailNextAt'] },
    { fields: ['evaluationInvitedAt', 'answeredAt'] },
    { fields: ['isProjectionStale', 'claimedAt'] },
    { fields: ['erasedAt', 'status', 'lastEventAt'] },
  ],
  fields: [...submissionFields(types), ...projectionFields, ...keyFields, ...workingFields],
})
