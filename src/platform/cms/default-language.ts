import type { CollectionBeforeOperationHook } from 'payload'

/**
 * A REST call that names no locale has none at all while `localization.fallback` is off, and
 * Payload would then drop every localized field. Such a call writes Arabic, the first language.
 */
export const arabicUnlessSaid: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === 'create' || operation === 'update' || operation === 'restoreVersion') req.locale ??= 'ar'
}
