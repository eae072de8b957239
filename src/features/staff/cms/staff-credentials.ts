import type { CollectionConfig } from 'payload'
import { encryptedField } from '@/payload/encrypted-field'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'
import { credentialContexts } from '../domain/credential-contexts'

/**
 * Credentials, one row per account. They are separate because saving an account writes the whole document and would
 * restore a password changed meanwhile. Every change here is one conditional statement, and no list, sort or filter
 * of accounts can reach it.
 */
export const StaffCredentials: CollectionConfig = {
  slug: 'staff-credentials',
  access: { ...plainAccess(plainRights['staff-credentials']), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  fields: [
    /** The account's id. */
    { name: 'account', type: 'text', required: true, unique: true, index: true, maxLength: 100 },
    /** See src/platform/passwords/password-hash.ts. Empty until a password was set. */
    { name: 'passwordHash', type: 'text', maxLength: 2000 },
    { name: 'passwordSetAt', type: 'date' },
    encryptedField({
      name: 'totpSecret',
      purpose: credentialContexts.totpSecret,
      label: { ar: 'سر التحقق', en: 'Secret of the second factor' },
      description: { ar: 'مشفّر.', en: 'Encrypted.' },
    }),
    /** The time step of the last accepted code: no code is accepted twice (RFC 6238, 5.2). */
    { name: 'totpStep', type: 'number', required: true, defaultValue: 0 },
    { name: 'totpSince', type: 'date' },
    /** Keyed hashes of the unused codes, separated by spaces. */
    { name: 'recoveryCodes', type: 'text', maxLength: 2000 },
  ],
}
