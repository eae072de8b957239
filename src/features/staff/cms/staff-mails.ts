import type { CollectionConfig } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { mailFields } from '@/shared/messages/mail-fields'
import { credentialContexts } from '../domain/credential-contexts'
import { staffMailKinds } from '../domain/staff-mail-kinds'

/**
 * Mails to staff that are still to be sent, and what became of the last ones. No link is stored: it is
 * made when the mail goes out. A forgotten password is queued for whatever address was typed, so that
 * asking takes the same work whether there is an account or not; who it belongs to is looked up later.
 */
export const StaffMails: CollectionConfig = {
  slug: 'staff-mails',
  access: { ...plainAccess(plainRights['staff-mails']), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  indexes: [{ fields: ['mailState', 'mailNextAt'] }, { fields: ['account', 'queuedAt'] }],
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: staffMailKinds.map((value) => ({ value, label: value })),
    },
    /** The account's id; empty for an address that somebody typed. */
    { name: 'account', type: 'text', maxLength: 100 },
    /** Where it goes when that isn't the account's present address. */
    encryptedField({
      name: 'recipient',
      purpose: credentialContexts.mailRecipient,
      label: { ar: 'المستلم', en: 'Recipient' },
      description: { ar: 'مشفّر.', en: 'Encrypted.' },
    }),
    { name: 'queuedAt', type: 'date', required: true, index: true },
    ...mailFields,
  ],
}
