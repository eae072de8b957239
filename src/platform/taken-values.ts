import {
  type BaseDatabaseAdapter,
  type CollectionSlug,
  type DatabaseAdapterObj,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { type LocalizedText, localize } from '@/platform/localize'

/** A label in the request's language, or the field's name if it has none. */
export function labelText(label: unknown, name: string, req: Partial<PayloadRequest> | undefined): string {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null || !('ar' in label)) return name
  return localize({ i18n: req?.i18n } as Parameters<typeof localize>[0], label as LocalizedText)
}

/**
 * The error for a value that another document has.
 * @param others further fields of a compound unique index
 */
export function sayTaken(others: readonly string[], req: Partial<PayloadRequest> | undefined): string {
  if (others.length === 0) return req?.t?.('error:valueMustBeUnique') ?? 'Value must be unique'
  return localize({ i18n: req?.i18n } as Parameters<typeof localize>[0], {
    ar: `هذه القيمة مستعملة من قبل مع القيمة نفسها في: ${others.join('، ')}.`,
    en: `This value is already used with the same value of: ${others.join(', ')}.`,
  })
}

const writes = ['create', 'updateOne'] as const satisfies readonly (keyof BaseDatabaseAdapter)[]

interface Arguments {
  collection: CollectionSlug
  req?: Partial<PayloadRequest>
}
type Operation = (args: Arguments) => Promise<unknown>

/**
 * For MongoDB, where Payload names the first field of a unique index: for an edition's policy and number, the number
 * is the one to change.
 */
export function nameTakenTogether(official: DatabaseAdapterObj): DatabaseAdapterObj {
  return {
    ...official,
    init(given) {
      const adapter = official.init(given)
      const operations = adapter as unknown as Record<(typeof writes)[number], Operation>
      for (const name of writes) {
        const operation = operations[name].bind(adapter)
        operations[name] = async (args) => {
          try {
            return await operation(args)
          } catch (error) {
            throw betterNamed(error, adapter, args) ?? error
          }
        }
      }
      return adapter
    },
  }
}

function betterNamed(error: unknown, adapter: BaseDatabaseAdapter, { collection, req }: Arguments): Error | null {
  if (!(error instanceof ValidationError) || error.data.errors.length !== 1) return null
  const [{ path, message } = { path: '', message: '' }] = error.data.errors
  const config = adapter.payload.collections[collection]?.config
  const index = config?.indexes?.find(({ unique, fields }) => unique && fields.length > 1 && fields[0] === path)
  if (!config || !index || message !== sayTaken([], req)) return null
  const labelOf = (name: string) => config.flattenedFields.find((field) => field.name === name)
  const textOf = (name: string) => {
    const field = labelOf(name)
    return labelText(field && 'label' in field ? field.label : null, name, req)
  }
  const last = index.fields.at(-1) ?? path
  return new ValidationError(
    {
      ...error.data,
      errors: [{ path: last, label: textOf(last), message: sayTaken(index.fields.slice(0, -1).map(textOf), req) }],
    },
    req?.t,
  )
}
