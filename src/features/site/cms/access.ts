import type { CollectionConfig, GlobalConfig } from 'payload'
import { anyone, contentStaff, editors, nobody, publishedOrContentStaff, staff } from '@/platform/access'

/** What everyone may know and editors keep. */
export const siteGlobalAccess = {
  read: anyone,
  readVersions: contentStaff,
  update: editors,
} satisfies GlobalConfig['access']

/** The three pages are made once and never removed: menus and laws rely on them. */
export const pagesAccess = {
  admin: staff,
  create: editors,
  read: publishedOrContentStaff,
  readVersions: contentStaff,
  update: editors,
  delete: nobody,
  unlock: nobody,
} satisfies CollectionConfig['access']

/** Whatever is uploaded here is meant for everyone. */
export const mediaAccess = {
  admin: staff,
  create: editors,
  read: anyone,
  readVersions: nobody,
  update: editors,
  delete: editors,
  unlock: nobody,
} satisfies CollectionConfig['access']
