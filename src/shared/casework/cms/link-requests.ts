import type { CollectionConfig } from 'payload'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { mailFields } from '@/shared/messages/mail-fields'
import { contactKinds } from '../schema'

/**
 * Requests for a new link by people who lost their code. A row is written whether or not such a case exists, and the
 * case looked up later, so that neither answer nor timing tells. The contact as typed is not stored, only its keyed
 * hash: the mail goes to the address on record.
 */
export const LinkRequests: CollectionConfig = {
  slug: 'link-requests',
  access: { ...plainAccess(plainRights['link-requests']), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  indexes: [{ fields: ['mailState', 'mailNextAt'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true, maxLength: 100 },
    { name: 'contactKind', type: 'select', required: true, options: [...contactKinds] },
    { name: 'contactIndex', type: 'text', required: true, maxLength: 100 },
    /** Empty for all cases of the contact. */
    { name: 'reference', type: 'text', maxLength: 20 },
    { name: 'locale', type: 'select', required: true, options: ['ar', 'en'] },
    { name: 'requestedAt', type: 'date', required: true, index: true },
    ...mailFields,
  ],
}
