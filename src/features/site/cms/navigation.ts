import type { ArrayField, GlobalConfig, TextFieldSingleValidation } from 'payload'
import { pageLabels } from '@/features/site/cms/page-labels'
import { type MenuName, menuNames, pageKeys } from '@/features/site/domain/pages'
import { isLinkTarget } from '@/features/site/domain/rich-text'
import { updatedBy } from '@/payload/content-fields'
import { globalAccess } from '@/payload/rights-access'
import { rowLabel } from '@/payload/row-label'
import { type LocalizedText, localize } from '@/platform/localize'
import { bumpRevisionAfterGlobalChange } from '@/platform/revision'
import { optionsOf } from '@/shared/vocabulary/label'

const menuLabels: Record<MenuName, LocalizedText> = {
  header: { ar: 'القائمة العليا', en: 'Menu at the top' },
  footHelp: { ar: 'أسفل الموقع: للمساعدة', en: 'Foot: help' },
  footAssociation: { ar: 'أسفل الموقع: الجمعية', en: 'Foot: the association' },
  footSite: { ar: 'أسفل الموقع: الموقع', en: 'Foot: this site' },
}

const itemLabels = { ...pageLabels, custom: { ar: 'رابط آخر', en: 'Another address' } }

type Item = { page?: string | null }
const isElsewhere = (_: unknown, item: Item | undefined) => item?.page === 'custom'

const linkAddress: TextFieldSingleValidation = (value, { req, siblingData }) => {
  if (!isElsewhere(undefined, siblingData as Item)) return true
  return value && isLinkTarget(value)
    ? true
    : localize(req, {
        ar: 'يبدأ العنوان بـ https:// أو بشرطة / لصفحة في الموقع.',
        en: 'Start with https://, or with / for a page of this site.',
      })
}

const linkLabel: TextFieldSingleValidation = (value, { req, siblingData }) =>
  !isElsewhere(undefined, siblingData as Item) || value
    ? true
    : localize(req, { ar: 'لا بد من اسم للرابط.', en: 'The link needs a name.' })

const menuField = (name: MenuName): ArrayField => ({
  name,
  type: 'array',
  maxRows: 8,
  label: menuLabels[name],
  labels: { singular: { ar: 'رابط', en: 'Link' }, plural: { ar: 'روابط', en: 'Links' } },
  admin: {
    description: {
      ar: 'القائمة الفارغة تعني القائمة المعتادة للموقع.',
      en: 'An empty list means the site’s usual menu.',
    },
    components: {
      RowLabel: rowLabel({ shows: ['page', 'label'], names: itemLabels, empty: { ar: 'رابط', en: 'Link' } }),
    },
  },
  fields: [
    {
      name: 'page',
      type: 'select',
      required: true,
      label: { ar: 'الصفحة', en: 'Page' },
      options: optionsOf([...pageKeys, 'custom'] as const, itemLabels),
      admin: { description: { ar: 'صفحة من الموقع، أو رابط آخر.', en: 'A page of the site, or another address.' } },
    },
    {
      name: 'label',
      type: 'text',
      localized: true,
      maxLength: 40,
      validate: linkLabel,
      label: { ar: 'الاسم الظاهر', en: 'Shown as' },
      admin: {
        description: {
          ar: 'اختياري لصفحات الموقع: الفارغ يأخذ اسمها المعتاد.',
          en: 'Optional for pages of the site: empty takes their usual name.',
        },
      },
    },
    {
      name: 'url',
      type: 'text',
      maxLength: 300,
      validate: linkAddress,
      label: { ar: 'العنوان', en: 'Address' },
      admin: {
        condition: isElsewhere,
        description: {
          ar: 'يبدأ بـ https:// أو بشرطة / لصفحة في الموقع.',
          en: 'Starts with https://, or with / for a page of this site.',
        },
      },
    },
  ],
})

/** The site's menus. An empty menu falls back to the default in the code. */
export const Navigation: GlobalConfig = {
  slug: 'navigation',
  label: { ar: 'قوائم التصفح', en: 'Menus' },
  access: globalAccess('navigation'),
  admin: {
    group: { ar: 'الموقع', en: 'Site' },
    description: { ar: 'الروابط في أعلى الموقع وأسفله.', en: 'The links at the top and the foot of the site.' },
  },
  versions: { max: 0 },
  hooks: { afterChange: [bumpRevisionAfterGlobalChange] },
  fields: [...menuNames.map(menuField), updatedBy],
}
