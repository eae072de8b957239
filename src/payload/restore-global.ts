import type { GlobalAfterChangeHook, GlobalSlug, Plugin } from 'payload'
import { deleteGlobalVersions } from '@/platform/raw-writes'
import { type GlobalRights, globalRights } from '@/platform/rights'
import { asSystemWithin } from '@/platform/system-payload'

/**
 * Saves a restored global once more in the same transaction, as the person who restores it and with protected fields
 * unchanged. Payload writes the version as it is, without hooks and field rights and with its old author.
 */
const saveInOwnName: GlobalAfterChangeHook = async ({ doc, global, previousDoc, req }) => {
  if (!req.context.isRestoringVersion) return doc
  const slug = global.slug as GlobalSlug
  const system = asSystemWithin(req, 'keep-rules')
  const asRestored = await req.payload.findGlobalVersions({
    slug,
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    ...system,
  })
  const { fields = {} }: GlobalRights = globalRights[slug]
  const kept = Object.fromEntries(Object.keys(fields).map((field) => [field, previousDoc?.[field] ?? null]))
  const saved = await req.payload.updateGlobal({
    slug,
    locale: 'ar',
    depth: 0,
    data: kept as never,
    ...system,
    context: { ...system.context, isRestoringVersion: false },
  })
  // One restore makes one version.
  await deleteGlobalVersions(req, 'restore', {
    globalSlug: slug,
    where: { id: { in: asRestored.docs.map(({ id }) => id) } },
  })
  return { ...doc, ...kept, updatedBy: saved.updatedBy }
}

export const restoreGlobals: Plugin = (config) => ({
  ...config,
  globals: config.globals?.map((global) =>
    global.versions
      ? {
          ...global,
          hooks: { ...global.hooks, afterChange: [saveInOwnName, ...(global.hooks?.afterChange ?? [])] },
        }
      : global,
  ),
})
