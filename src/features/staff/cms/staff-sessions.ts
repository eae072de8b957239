import type { CollectionConfig } from 'payload'
import { recordSettings } from '@/payload/record-fields'
import { plainAccess } from '@/payload/rights-access'
import { nobody } from '@/platform/access'
import { plainRights } from '@/platform/rights'

/**
 * One row per session. The browser holds a random token and the row its hash, so that reading the database gives no
 * access. Deleting the row ends the session at once.
 */
export const StaffSessions: CollectionConfig = {
  slug: 'staff-sessions',
  access: { ...plainAccess(plainRights['staff-sessions']), admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  indexes: [{ fields: ['account', 'startedAt'] }],
  fields: [
    { name: 'tokenHash', type: 'text', required: true, unique: true, index: true, maxLength: 100 },
    { name: 'account', type: 'text', required: true, maxLength: 100 },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'seenAt', type: 'date', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    /** Browser and system by name, such as `Firefox · Android`; see domain/device.ts. */
    { name: 'device', type: 'text', maxLength: 80 },
    /** The network, never the whole address: `203.0.113.0/24`. */
    { name: 'network', type: 'text', maxLength: 60 },
  ],
}
