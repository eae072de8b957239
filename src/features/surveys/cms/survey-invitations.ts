import type { CollectionConfig } from 'payload'
import { readOnlyFields } from '@/payload/read-only-fields'
import { languageField, recordSettings, uniqueKey } from '@/payload/record-fields'
import { refuseDelete } from '@/payload/written-once'
import { nobody } from '@/platform/access'
import { mailFields } from '@/shared/messages/mail-fields'

/**
 * One row per answered inquiry whose sender is invited to evaluate. Its use is not stored here but follows from a
 * response with the invitation's keyed hash (`server/invitations.ts`), so that the database alone does not reveal who
 * responded.
 */
export const SurveyInvitations: CollectionConfig = {
  slug: 'survey-invitations',
  labels: { singular: { ar: 'دعوة', en: 'Invitation' }, plural: { ar: 'الدعوات', en: 'Invitations' } },
  access: {
    admin: nobody,
    create: nobody,
    delete: nobody,
    read: nobody,
    readVersions: nobody,
    unlock: nobody,
    update: nobody,
  },
  admin: { hidden: true },
  ...recordSettings,
  hooks: { beforeDelete: [refuseDelete] },
  indexes: [{ fields: ['mailState', 'mailNextAt'] }],
  fields: readOnlyFields([
    {
      name: 'survey',
      type: 'relationship',
      relationTo: 'surveys',
      required: true,
      index: true,
      label: { ar: 'الاستبانة', en: 'Survey' },
      description: { ar: 'الجولة المدعو إليها.', en: 'The round it invites to.' },
    },
    {
      name: 'inquiry',
      type: 'relationship',
      relationTo: 'inquiries',
      required: true,
      index: true,
      label: { ar: 'الاستفسار', en: 'Inquiry' },
      description: { ar: 'الاستفسار الذي أُجيب عنه.', en: 'The inquiry that was answered.' },
    },
    uniqueKey({
      name: 'dedupeKey',
      label: { ar: 'مفتاح الدعوة', en: 'Invitation key' },
      description: {
        ar: 'استفسار واحد، دعوة واحدة، مهما تعددت الردود عليه.',
        en: 'One inquiry, one invitation, however many answers it took.',
      },
    }),
    uniqueKey({
      name: 'tokenHash',
      label: { ar: 'بصمة الرابط', en: 'Link hash' },
      description: { ar: 'لا يُحفظ الرابط نفسه.', en: 'The link itself is not stored.' },
    }),
    {
      name: 'invitedAt',
      type: 'date',
      required: true,
      label: { ar: 'وقت الدعوة', en: 'Invited' },
      description: { ar: 'متى أُنشئت.', en: 'When it was made.' },
    },
    {
      name: 'serviceSlug',
      type: 'text',
      label: { ar: 'الخدمة', en: 'Service' },
      description: { ar: 'الخدمة التي يتعلق بها.', en: 'The service it is about.' },
    },
    {
      name: 'channel',
      type: 'text',
      label: { ar: 'القناة', en: 'Channel' },
      description: { ar: 'قناة الاستفسار.', en: 'The inquiry’s channel.' },
    },
    languageField({
      name: 'locale',
      label: { ar: 'اللغة', en: 'Language' },
      description: { ar: 'اللغة التي نراسله بها.', en: 'The language we write in.' },
    }),
    ...mailFields,
  ]),
}
