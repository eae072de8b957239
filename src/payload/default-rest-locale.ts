import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, PayloadRequest, Plugin } from 'payload'

const speakArabic = (req: PayloadRequest): void => {
  req.locale ??= 'ar'
}

const inCollection: CollectionBeforeOperationHook = ({ req }) => speakArabic(req)
const inGlobal: GlobalBeforeOperationHook = ({ req }) => speakArabic(req)

/**
 * A REST call that names no locale has none at all while `localization.fallback` is off, and
 * Payload would then drop every localized field, and fail where it sorts by one. Such a call reads
 * and writes Arabic, the first language.
 */
export const defaultRestLocale: Plugin = (config) => ({
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
