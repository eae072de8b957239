import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CollectionConfig, TextFieldSingleValidation, UploadConfig } from 'payload'
import { acceptPublicFile } from '@/features/site/cms/hooks'
import { publicMimeTypes } from '@/features/site/cms/public-file'
import { keepUsedFiles } from '@/features/site/cms/used-files'
import { mediaAddress } from '@/features/site/domain/media'
import { updatedBy } from '@/payload/content-fields'
import { heldFiles } from '@/payload/held-files'
import { listViews } from '@/payload/list-views'
import { plainAccess } from '@/payload/rights-access'
import { staff } from '@/platform/access'
import { env } from '@/platform/env'
import { type LocalizedText, localize } from '@/platform/localize'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { plainRights } from '@/platform/rights'
import { hasVisibleText } from '@/platform/typed-text'

const pictureTypes = publicMimeTypes.filter((type) => type.startsWith('image/'))
const documentTypes = publicMimeTypes.filter((type) => !type.startsWith('image/'))

const mediaDir = path.join(env().dataDir, 'media')

export const heldMedia = heldFiles({ collection: 'media', directory: mediaDir })

/** Payload answers a missing file with a server error, which any anonymous client could cause. */
const notFoundWithoutFile: NonNullable<UploadConfig['handlers']>[number] = (_req, { params }) => {
  if (!existsSync(path.join(mediaDir, path.basename(params.filename)))) return new Response(null, { status: 404 })
}

const requiredForPictures: TextFieldSingleValidation = (value, { data, req }) => {
  const { mimeType } = data as { mimeType?: string | null }
  return !mimeType?.startsWith('image/') || hasVisibleText(value ?? '')
    ? true
    : localize(req, {
        ar: 'لا بد من وصف للصورة بهذه اللغة، لمن لا يراها.',
        en: 'Describe the picture in this language, for those who can’t see it.',
      })
}

const isPicture = (data: Partial<{ mimeType: string | null }>) => !data.mimeType || data.mimeType.startsWith('image/')

const altField = (name: 'ar' | 'en', label: LocalizedText) =>
  ({
    name,
    type: 'text',
    maxLength: 300,
    validate: requiredForPictures,
    label,
    admin: {
      description: {
        ar: 'ما تقوله الصورة لمن لا يراها. يلزم للصور.',
        en: 'What the picture says to someone who can’t see it. Needed for pictures.',
      },
    },
  }) as const

/** Public files: pictures, PDF, plain text. Checked by content, named at random. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { ar: 'ملف', en: 'File' }, plural: { ar: 'الملفات العامة', en: 'Public files' } },
  access: { ...plainAccess(plainRights.media), admin: staff },
  admin: {
    group: { ar: 'الموقع', en: 'Site' },
    components: {
      beforeListTable: listViews([
        { label: { ar: 'صور', en: 'Pictures' }, where: () => ({ mimeType: { in: pictureTypes } }) },
        { label: { ar: 'مستندات', en: 'Documents' }, where: () => ({ mimeType: { in: documentTypes } }) },
      ]),
    },
    useAsTitle: 'originalName',
    defaultColumns: ['originalName', 'mimeType', 'filesize', 'updatedAt'],
    description: {
      ar: 'صور وملفات يراها كل زائر. لا تُرفع هنا ملفات المستفيدين.',
      en: 'Pictures and files that every visitor may see. Never for beneficiaries’ papers.',
    },
  },
  upload: {
    staticDir: mediaDir,
    handlers: [notFoundWithoutFile],
    // Payload's own address of a file, with the site's headers: never a document of this origin.
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      return headers
    },
    mimeTypes: publicMimeTypes,
    // Pictures are encoded again, which removes metadata such as the location.
    formatOptions: { format: 'webp', options: { quality: 82 } },
    resizeOptions: { width: 1600, withoutEnlargement: true },
    crop: false,
    focalPoint: false,
    pasteURL: false,
    displayPreview: true,
  },
  hooks: {
    beforeOperation: [keepUsedFiles, acceptPublicFile, heldMedia.beforeOperation],
    beforeChange: [heldMedia.beforeChange],
    beforeDelete: [heldMedia.beforeDelete],
    afterChange: [bumpRevisionAfterChange],
    afterDelete: [bumpRevisionAfterDelete],
  },
  fields: [
    {
      // Payload's own field, which it calls "MIME Type" in every language.
      name: 'mimeType',
      type: 'text',
      label: { ar: 'نوع الملف', en: 'Kind of file' },
      admin: { description: { ar: 'كما عُرف من محتواه.', en: 'As its content shows.' } },
    },
    {
      name: 'alt',
      type: 'group',
      label: { ar: 'وصف الصورة', en: 'Description of the picture' },
      admin: { condition: isPicture },
      fields: [
        altField('ar', { ar: 'بالعربية', en: 'In Arabic' }),
        altField('en', { ar: 'بالإنجليزية', en: 'In English' }),
      ],
    },
    {
      name: 'originalName',
      type: 'text',
      maxLength: 120,
      label: { ar: 'الاسم الأصلي', en: 'Original name' },
      admin: {
        readOnly: true,
        description: { ar: 'اسم الملف كما رُفع، للموظفين.', en: 'The name it was uploaded with, for staff.' },
      },
    },
    {
      name: 'address',
      type: 'text',
      virtual: true,
      label: { ar: 'العنوان العام', en: 'Public address' },
      admin: {
        readOnly: true,
        description: { ar: 'حيث يجده الزائر.', en: 'Where visitors find it.' },
      },
      hooks: { afterRead: [({ data }) => (data?.filename ? mediaAddress(data.filename) : null)] },
    },
    updatedBy,
  ],
}
