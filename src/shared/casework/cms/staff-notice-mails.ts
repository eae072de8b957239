import type { CollectionConfig } from 'payload'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { mailFields } from '@/shared/messages/mail-fields'

/** The queue of mails to staff about cases: one for a notice that is told at once, or one for all of a digest. */
export const StaffNoticeMails: CollectionConfig = {
  slug: 'staff-notice-mails',
  access: { ...plainAccess(plainRights['staff-notice-mails']), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  indexes: [{ fields: ['mailState', 'mailNextAt'] }],
  fields: [
    { name: 'key', type: 'text', maxLength: 200, required: true, unique: true, index: true },
    { name: 'recipient', type: 'text', maxLength: 100, required: true },
    { name: 'isDigest', type: 'checkbox', required: true, defaultValue: false },
    { name: 'queuedAt', type: 'date', required: true, index: true },
    ...mailFields,
  ],
}
