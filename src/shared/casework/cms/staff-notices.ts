import type { CollectionConfig } from 'payload'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { noticeKinds } from '../domain/notices'

/**
 * What a member of staff is told about a case: one row for each person and cause. It holds no words and no names; what
 * is shown is read from the case at that moment, as that person.
 */
export const StaffNotices: CollectionConfig = {
  slug: 'staff-notices',
  access: { ...plainAccess(plainRights['staff-notices']), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  indexes: [
    { fields: ['recipient', 'isUnseen', 'at'] },
    { fields: ['recipient', 'inquiry', 'at'] },
    { fields: ['mailKey', 'at'] },
    { fields: ['inquiry', 'kind', 'at'] },
  ],
  fields: [
    /** `cause:recipient`, so that nobody is told of the same thing twice. */
    { name: 'key', type: 'text', maxLength: 200, required: true, unique: true, index: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: noticeKinds.map((value) => ({ value, label: value })),
    },
    /** The account's id. Not a relation: an account with notices can be deleted. */
    { name: 'recipient', type: 'text', maxLength: 100, required: true },
    /** The account that is away, in whose place the recipient is told. */
    { name: 'onBehalfOf', type: 'text', maxLength: 100 },
    { name: 'inquiry', type: 'text', maxLength: 100, required: true },
    { name: 'at', type: 'date', required: true, index: true },
    /** The due date that it is about. */
    { name: 'dueAt', type: 'date' },
    /** Addressed to this person, and so theirs to act on. */
    { name: 'isOwn', type: 'checkbox', required: true, defaultValue: false },
    /** Not seen yet. */
    { name: 'isUnseen', type: 'checkbox', required: true, defaultValue: true },
    /** The mail that tells of it, and when that goes out; empty where the day's page alone does. */
    { name: 'mailKey', type: 'text', maxLength: 200 },
    { name: 'mailAt', type: 'date' },
  ],
}
