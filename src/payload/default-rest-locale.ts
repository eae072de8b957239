import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, PayloadRequest, Plugin } from 'payload'

const speakArabic = (req: PayloadRequest): void => {
  req.locale ??= 'ar'
}

const inCollection: CollectionBeforeOperationHook = ({ req }) => speakArabic(req)
const inGlobal: GlobalBeforeOperationHook = ({ req }) => speakArabic(req)

/**
 * Makes Arabic the locale of REST calls that name none. With `localization.fallback` off such calls would have no
 * locale: Payload would drop every localized field and fail when sorting by one.
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
