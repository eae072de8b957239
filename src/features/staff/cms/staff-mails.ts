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
 * The queue of mails to staff, with the outcome of the last ones. Links are not stored but made when a mail is sent.
 * A password request is queued for the address as typed and the account looked up later, so that its timing does not
 * reveal whether the account exists.
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
    /** The account's id; empty for an address typed into the form "Forgotten password". */
    { name: 'account', type: 'text', maxLength: 100 },
    /** The recipient, where it isn't the account's current address. */
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
