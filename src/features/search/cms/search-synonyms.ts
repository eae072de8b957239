import {
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  type PayloadRequest,
  type TextareaFieldValidation,
  ValidationError,
} from 'payload'
import { updatedBy } from '@/payload/content-fields'
import { plainAccess } from '@/payload/rights-access'
import type { SearchSynonym } from '@/payload-types'
import { contentStaff } from '@/platform/access'
import { type LocalizedText, localize } from '@/platform/localize'
import { bumpRevisionAfterChange, bumpRevisionAfterDelete } from '@/platform/revision'
import { plainRights } from '@/platform/rights'
import {
  expressionKey,
  expressionsIn,
  readSynonymLine,
  type SynonymError,
  synonymLimits,
} from '@/platform/search/synonym-line'
import { asSystemWithin } from '@/platform/system-payload'
import { mostSynonymLines } from '../domain/limits'

function errorWords(error: SynonymError): LocalizedText {
  switch (error.kind) {
    case 'tooFew':
      return {
        ar: 'يلزم تعبيران على الأقل، بينهما فاصلة.',
        en: 'At least two expressions are needed, with a comma between them.',
      }
    case 'lineTooLong':
      return {
        ar: `السطر أطول من ${synonymLimits.line} حرف.`,
        en: `The line is longer than ${synonymLimits.line} characters.`,
      }
    case 'tooMany':
      return {
        ar: `في السطر أكثر من ${synonymLimits.expressions} تعبيرًا. يكفي الأكثر استعمالًا.`,
        en: `The line has more than ${synonymLimits.expressions} expressions. Keep the commonest.`,
      }
    case 'tooLong':
      return {
        ar: `«${error.expression}» أطول من أن يُسأل عنه. ${synonymLimits.words} كلمات على الأكثر، بينها وبين غيرها فاصلة.`,
        en: `“${error.expression}” is too long. ${synonymLimits.words} words at most, with a comma before the next expression.`,
      }
    case 'twice':
      return {
        ar: `«${error.expression}» مكتوب مرتين في هذا السطر.`,
        en: `“${error.expression}” stands twice in this line.`,
      }
    case 'tooCommon':
      return {
        ar: `«${error.expression}» كلمة عامة يتجاوزها البحث. تلزم كلمة تدل على معنى.`,
        en: `“${error.expression}” is a small word that the search passes over. A word with a meaning is needed.`,
      }
  }
}

const oneMeaning: TextareaFieldValidation = (value, { req }) => {
  const line = readSynonymLine(value ?? '')
  return line.status === 'ok' ? true : localize(req, errorWords(line.error))
}

/** An expression may stand in one line only; otherwise it would have both meanings. */
const refuseKnownExpressions: CollectionBeforeChangeHook<SearchSynonym> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const { docs } = await req.payload.find({
    collection: 'search-synonyms',
    limit: mostSynonymLines,
    pagination: false,
    depth: 0,
    select: { words: true },
    ...asSystemWithin(req, 'keep-rules'),
  })
  const refuse = (message: LocalizedText): never => {
    throw new ValidationError({
      collection: 'search-synonyms',
      errors: [{ path: 'words', message: localize(req, message) }],
      req,
    })
  }
  if (operation === 'create' && docs.length >= mostSynonymLines) {
    refuse({
      ar: `بلغت المرادفات ${mostSynonymLines} سطر. يُضاف التعبير إلى سطر قائم، أو يُحذف سطر لم يعد لازمًا.`,
      en: `There are ${mostSynonymLines} lines already. Add to one of them, or delete one that is no longer needed.`,
    })
  }
  const expressions = expressionsIn(data.words ?? originalDoc?.words ?? '')
  const keys = new Set(expressions.map(expressionKey))
  for (const other of docs) {
    if (other.id === originalDoc?.id) continue
    const known = expressionsIn(other.words).find((expression) => keys.has(expressionKey(expression)))
    if (known === undefined) continue
    const [first = ''] = expressionsIn(other.words)
    refuse({
      ar: `«${known}» في سطر آخر، أوله «${first}». يبقى في سطر واحد منهما.`,
      en: `“${known}” is in another line, which begins with “${first}”. It can stay in one of them.`,
    })
  }
  return data.words === undefined ? data : { ...data, words: expressions.join('، ') }
}

/** Synonyms: the search treats the words of a line as one. */
export const SearchSynonyms: CollectionConfig = {
  slug: 'search-synonyms',
  labels: {
    singular: { ar: 'سطر مرادفات', en: 'Line of synonyms' },
    plural: { ar: 'مرادفات البحث', en: 'Search synonyms' },
  },
  access: { ...plainAccess(plainRights['search-synonyms']), admin: contentStaff },
  admin: {
    group: { ar: 'الموقع', en: 'Site' },
    useAsTitle: 'words',
    defaultColumns: ['words', 'updatedAt'],
    listSearchableFields: ['words'],
    description: {
      ar: 'كلمات يسأل بها الناس عن الشيء نفسه. من سأل بإحداها وجد ما كُتب بغيرها.',
      en: 'Words with the same meaning: a search for one also finds the others.',
    },
  },
  versions: { drafts: false, maxPerDoc: 0 },
  hooks: {
    beforeChange: [refuseKnownExpressions],
    afterChange: [bumpRevisionAfterChange],
    afterDelete: [bumpRevisionAfterDelete],
  },
  fields: [
    {
      name: 'words',
      type: 'textarea',
      required: true,
      maxLength: synonymLimits.line,
      validate: oneMeaning,
      // Prefilled with a search that found nothing (panel/unanswered-view.tsx).
      defaultValue: ({ req }: { req: PayloadRequest }) => {
        const { words } = req.query ?? {}
        return typeof words === 'string' ? words.slice(0, synonymLimits.letters) : undefined
      },
      label: { ar: 'كلمات المعنى الواحد', en: 'Words of one meaning' },
      admin: {
        rows: 3,
        description: {
          ar: 'بالعربية والإنجليزية معًا، بين كل تعبير وآخر فاصلة، مثل: شكوى، تظلم، اعتراض، complaint, appeal. ولا حاجة إلى الجمع ولا إلى «ال».',
          en: 'In Arabic and English together, a comma between expressions, such as: شكوى، تظلم، complaint, appeal. Plurals and articles are not needed.',
        },
      },
    },
    updatedBy,
  ],
}
