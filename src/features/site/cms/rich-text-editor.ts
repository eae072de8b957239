import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { isLinkTarget } from '@/features/site/domain/rich-text'
import { localize } from '@/platform/localize'

/** The elements of a page, which are exactly those that the site renders. */
export const pageEditor = lexicalEditor({
  features: [
    FixedToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BoldFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    LinkFeature({
      enabledCollections: [],
      fields: ({ defaultFields }) =>
        defaultFields
          .filter((field) => 'name' in field && field.name !== 'newTab')
          .map((field) =>
            'name' in field && field.name === 'url' && field.type === 'text'
              ? {
                  ...field,
                  validate: (value: unknown, { req }: { req: Parameters<typeof localize>[0] }) =>
                    typeof value === 'string' && isLinkTarget(value)
                      ? true
                      : localize(req, {
                          ar: 'يبدأ الرابط بـ https:// أو mailto: أو tel: أو بشرطة / لصفحة في الموقع.',
                          en: 'Start with https://, mailto:, tel:, or / for a page of this site.',
                        }),
                }
              : field,
          ),
    }),
  ],
})
