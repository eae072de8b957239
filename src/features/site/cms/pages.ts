import type { CollectionConfig } from 'payload'
import { refuseHalfTranslatedPublication } from '@/features/site/cms/hooks'
import { pageLabels } from '@/features/site/cms/page-labels'
import { pageEditor } from '@/features/site/cms/rich-text-editor'
import { contentPages } from '@/features/site/domain/pages'
import { updatedBy } from '@/payload/content-fields'
import { keepStored } from '@/payload/keep-stored'
import { drafts, listViews, published, untranslated } from '@/payload/list-views'
import { documentAccess } from '@/payload/rights-access'
import { viewOnSite } from '@/payload/site-address'
import { staff } from '@/platform/access'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { optionsOf } from '@/shared/vocabulary/label'

/** The pages whose text the association writes. Published versions are kept for ever. */
export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: { ar: 'صفحة', en: 'Page' }, plural: { ar: 'الصفحات', en: 'Pages' } },
  access: { ...documentAccess('pages'), admin: staff },
  admin: {
    group: { ar: 'الموقع', en: 'Site' },
    components: {
      edit: { beforeDocumentControls: [viewOnSite('/{slug}')] },
      beforeListTable: listViews([drafts, published, untranslated]),
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'lead'],
    description: {
      ar: 'نصوص الصفحات التي تكتبها الجمعية، مثل التعريف والخصوصية.',
      en: 'The texts of the pages that the association writes, such as about and privacy.',
    },
  },
  versions: { drafts: true, maxPerDoc: 0 },
  // There is one page per slug.
  disableDuplicate: true,
  hooks: {
    beforeChange: [refuseHalfTranslatedPublication],
    afterChange: [bumpRevisionAfterChange],
    afterDelete: [bumpRevisionAfterDelete],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 120,
      label: { ar: 'العنوان', en: 'Title' },
      admin: { description: { ar: 'عنوان الصفحة كما يظهر في أعلاها.', en: 'The heading at the top of the page.' } },
    },
    {
      name: 'lead',
      type: 'textarea',
      localized: true,
      maxLength: 400,
      label: { ar: 'التمهيد', en: 'Lead' },
      admin: {
        description: {
          ar: 'جملتان تلخّصان الصفحة، وتظهران في نتائج البحث.',
          en: 'Two sentences that sum the page up; search engines show them.',
        },
      },
    },
    {
      name: 'body',
      type: 'richText',
      localized: true,
      editor: pageEditor,
      label: { ar: 'النص', en: 'Text' },
      admin: {
        description: {
          ar: 'العناوين تبدأ من المستوى الثاني، لأن عنوان الصفحة هو الأول.',
          en: 'Headings start at the second level, because the title is the first.',
        },
      },
    },
    {
      name: 'slug',
      type: 'select',
      required: true,
      unique: true,
      index: true,
      options: optionsOf(contentPages, pageLabels),
      label: { ar: 'أي صفحة', en: 'Which page' },
      hooks: {
        beforeValidate: [
          keepStored('creation', {
            ar: 'مكان الصفحة في الموقع لا يتغير.',
            en: 'Where a page stands in the site doesn’t change.',
          }),
        ],
      },
      admin: {
        position: 'sidebar',
        components: { Field: '/src/panel/fixed-fields#SelectFixedOnceCreated' },
        description: { ar: 'مكانها في الموقع، ولا يتغير.', en: 'Where it stands in the site. Fixed.' },
      },
    },
    updatedBy,
  ],
}
