import type { CollectionConfig } from 'payload'
import { nobody } from '@/platform/access'
import { recordSettings } from './record-fields'

/**
 * Key-value rows shared by the processes on one database: the revision of public content, leases, rate limits.
 * Written by conditional updates only; hidden in the panel.
 */
export const SystemRecords: CollectionConfig = {
  slug: 'system-records',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, admin: nobody },
  admin: { hidden: true },
  ...recordSettings,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'value', type: 'number', required: true, defaultValue: 0 },
    { name: 'holder', type: 'text' },
    { name: 'expiresAt', type: 'date', index: true },
  ],
}
