import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, PayloadRequest, Plugin } from 'payload'

const writes: readonly string[] = ['create', 'update', 'restoreVersion']

const speakArabic = (operation: string, req: PayloadRequest): void => {
  if (writes.includes(operation)) req.locale ??= 'ar'
}

const inCollection: CollectionBeforeOperationHook = ({ operation, req }) => speakArabic(operation, req)
const inGlobal: GlobalBeforeOperationHook = ({ operation, req }) => speakArabic(operation, req)

/**
 * A REST call that names no locale has none at all while `localization.fallback` is off, and
 * Payload would then drop every localized field. Such a call writes Arabic, the first language.
 */
export const arabicUnlessSaid: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: { ...collection.hooks, beforeOperation: [inCollection, ...(collection.hooks?.beforeOperation ?? [])] },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: { ...global.hooks, beforeOperation: [inGlobal, ...(global.hooks?.beforeOperation ?? [])] },
  })),
})
