import type { CollectionConfig } from 'payload'
import { drafts, type ListView, listViews, published, untranslated } from '@/payload/list-views'
import { documentAccess } from '@/payload/rights-access'
import { viewOnSite } from '@/payload/site-address'
import { contentStaff } from '@/platform/access'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { serviceFields } from './service-fields'

const YEAR = 365 * 24 * 60 * 60 * 1000

/** Facts that `panel/missing-facts.tsx` asks for, but for papers: a service may ask for none. */
const incomplete: ListView = {
  label: { ar: 'ينقصها شيء', en: 'Something missing' },
  where: () => ({
    or: ['fee', 'promisedWorkingDays', 'department', 'verifiedOn', 'channels.hours'].map((fact) => ({
      [fact]: { exists: false },
    })),
  }),
}

const longUnverified: ListView = {
  label: { ar: 'لم تُراجع منذ سنة', en: 'Not verified for a year' },
  where: (now) => ({
    or: [
      { verifiedOn: { exists: false } },
      { verifiedOn: { less_than: new Date(now.getTime() - YEAR).toISOString() } },
    ],
  }),
}

/** The catalogue: what a person can come to the association for. Empty facts are not shown. */
export const Services: CollectionConfig = {
  slug: 'services',
  labels: { singular: { ar: 'خدمة', en: 'Service' }, plural: { ar: 'الخدمات', en: 'Services' } },
  defaultSort: 'order',
  versions: { drafts: true, maxPerDoc: 0 },
  access: { ...documentAccess('services'), admin: contentStaff },
  hooks: {
    afterChange: [bumpRevisionAfterChange],
    afterDelete: [bumpRevisionAfterDelete],
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'audiences', 'department', 'verifiedOn', '_status'],
    listSearchableFields: ['title', 'need', 'summary', 'slug'],
    group: { ar: 'الخدمات', en: 'Services' },
    components: {
      edit: { beforeDocumentControls: [viewOnSite('/services/{slug}')] },
      beforeListTable: listViews([drafts, published, untranslated, incomplete, longUnverified]),
    },
    description: {
      ar: 'دليل الخدمات. ما يُترك فارغًا لا يظهر في الموقع.',
      en: 'The service catalogue. What is left empty is not shown on the site.',
    },
  },
  fields: serviceFields,
}
