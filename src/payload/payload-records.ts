import type { Access, CollectionBeforeValidateHook, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { nobody } from '@/platform/access'

const ownLock: Access = ({ req: { user } }) => (user ? { 'user.value': { equals: user.id } } : false)

/** A lock is changed only to take over its document, in one's own name. */
const inOwnName: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req: { user } }) => {
  if (operation !== 'update' || !user) return data
  const { document, globalSlug } = originalDoc
  return { ...data, document, globalSlug, user: { relationTo: user.collection, value: user.id } }
}

const rules: Readonly<Record<string, (collection: SanitizedCollectionConfig) => void>> = {
  // The panel creates locks on the server, without these rules. Through the API anybody could lock documents in
  // another person's name.
  'payload-locked-documents': ({ access, hooks }) => {
    Object.assign(access, { create: nobody, delete: ownLock, readVersions: nobody })
    hooks.beforeValidate = [...(hooks.beforeValidate ?? []), inOwnName]
  },
  'payload-preferences': ({ access }) => Object.assign(access, { readVersions: nobody }),
  'payload-migrations': ({ access }) => close(access),
  'payload-kv': ({ access }) => close(access),
}

const close = (access: SanitizedCollectionConfig['access']) =>
  Object.assign(access, { create: nobody, read: nobody, readVersions: nobody, update: nobody, delete: nobody })

/** Payload adds collections of its own once the configuration is read, open to all who are signed in. */
export function payloadRecords({ collections }: SanitizedConfig): void {
  for (const collection of collections) rules[collection.slug]?.(collection)
}
