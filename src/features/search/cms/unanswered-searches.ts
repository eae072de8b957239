import type { CollectionConfig } from 'payload'
import { plainAccess } from '@/payload/rights-access'
import { contentStaff } from '@/platform/access'
import { plainRights } from '@/platform/rights'

/**
 * Searches without a result: the words alone, without person or time of day. Written in the background
 * (server/unanswered.ts) and erased after ninety days.
 */
export const UnansweredSearches: CollectionConfig = {
  slug: 'unanswered-searches',
  labels: {
    singular: { ar: 'سؤال بلا نتيجة', en: 'Search without a result' },
    plural: { ar: 'أسئلة بلا نتيجة', en: 'Searches without a result' },
  },
  access: { ...plainAccess(plainRights['unanswered-searches']), admin: contentStaff },
  admin: {
    group: { ar: 'الموقع', en: 'Site' },
    useAsTitle: 'words',
    components: { views: { list: { Component: '/src/features/search/panel/unanswered-view#UnansweredView' } } },
  },
  endpoints: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { ar: 'المفتاح', en: 'Key' },
      admin: { hidden: true, description: { ar: 'اللغة والكلمات.', en: 'Language and words.' } },
    },
    {
      name: 'words',
      type: 'text',
      required: true,
      label: { ar: 'الكلمات', en: 'Words' },
      admin: { description: { ar: 'كما يقارنها البحث، دون الكلمات العامة.', en: 'As compared, without small words.' } },
    },
    {
      name: 'locale',
      type: 'select',
      required: true,
      options: [
        { value: 'ar', label: { ar: 'العربية', en: 'Arabic' } },
        { value: 'en', label: { ar: 'الإنجليزية', en: 'English' } },
      ],
      label: { ar: 'لغة الصفحة', en: 'Language of the page' },
      admin: { description: { ar: 'اللغة التي كان الموقع يُقرأ بها.', en: 'In which the site was read.' } },
    },
    {
      name: 'count',
      type: 'number',
      required: true,
      index: true,
      label: { ar: 'المرات', en: 'Times' },
      admin: { description: { ar: 'كم مرة سُئل عنها.', en: 'How often it was asked.' } },
    },
    {
      name: 'firstAskedOn',
      type: 'date',
      required: true,
      index: true,
      label: { ar: 'أول مرة', en: 'First asked on' },
      admin: {
        description: { ar: 'اليوم دون الساعة. تُحذف بعده بتسعين يومًا.', en: 'The day. Erased ninety days later.' },
      },
    },
    {
      name: 'lastAskedOn',
      type: 'date',
      required: true,
      label: { ar: 'آخر مرة', en: 'Last asked on' },
      admin: { description: { ar: 'اليوم دون الساعة.', en: 'The day without the hour.' } },
    },
  ],
}
