import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload, PayloadRequest } from 'payload'
import { afterCommit } from '@/platform/after-commit'
import { inTransaction } from '@/platform/in-transaction'
import { bumpRevision } from '@/platform/revision'
import type { HalfMade } from './half-made'

const lacks = { texts: 'its texts', rows: 'rows of its lists', versions: 'its version' } as const

/** The problem, in one line for a terminal. */
export function describe(half: HalfMade): string {
  switch (half.kind) {
    case 'document':
      return `${half.collection} ${half.id} (${half.name}) lacks ${lacks[half.lacks]}`
    case 'version':
      return `a version of ${half.collection} ${half.document} (${half.name}) lacks ${lacks[half.lacks]}`
    case 'global':
      return `${half.slug} lacks ${lacks[half.lacks]}`
    case 'rows':
      return `${half.count} ${half.count === 1 ? 'row' : 'rows'} of ${half.table} belong to nothing`
  }
}

/** The repair that would be made. */
export function describeRemedy(half: HalfMade): string {
  if (half.kind === 'version') return 'remove this version'
  if (half.kind === 'rows') return 'remove them'
  switch (half.remedy.do) {
    case 'restore':
      return 'write its newest whole version over it'
    case 'keepAsVersion':
      return 'keep what it is now as its version'
    case 'keepAsDraft':
      return 'take it off the site and keep what it is now as a draft, to be completed or deleted'
    case 'delete':
      return 'remove it, since nothing whole is left of it'
  }
}

/**
 * Repairs everything in one transaction. Incomplete versions are removed first, so that none of them counts as the
 * newest.
 */
export async function repairHalfMade(payload: Payload, halves: readonly HalfMade[]): Promise<void> {
  const inOrder = halves.toSorted((one, other) => Number(other.kind === 'version') - Number(one.kind === 'version'))
  await inTransaction(payload, async (req) => {
    for (const half of inOrder) await repair(req, half)
    await afterCommit(req, async () => {
      await bumpRevision(payload)
    })
  })
}

async function repair(req: PayloadRequest, half: HalfMade): Promise<void> {
  const { db } = req.payload
  switch (half.kind) {
    case 'version':
      await db.deleteVersions({ collection: half.collection, where: { id: { equals: half.id } }, req })
      await markNewest(req, half.collection, half.document)
      return
    case 'rows':
      await removeRows(req, half.table)
      return
    case 'global': {
      const { docs } = await db.findGlobalVersions<Record<string, unknown>>({
        global: half.slug,
        where: { id: { equals: half.remedy.version } },
        limit: 1,
        req,
      })
      const [whole] = docs
      if (whole) await db.updateGlobal({ slug: half.slug, data: { ...whole.version }, req })
      return
    }
    case 'document':
      await repairDocument(req, half)
  }
}

async function repairDocument(req: PayloadRequest, half: Extract<HalfMade, { kind: 'document' }>): Promise<void> {
  const { db } = req.payload
  const { collection, id, remedy } = half
  const where = { id: { equals: id } }
  if (remedy.do === 'delete') {
    await db.deleteVersions({ collection, where: { parent: { equals: id } }, req })
    await db.deleteOne({ collection, where, returning: false, req })
    return
  }
  if (remedy.do === 'restore') {
    const { docs } = await db.findVersions<Record<string, unknown>>({
      collection,
      where: { id: { equals: remedy.version } },
      limit: 1,
      req,
    })
    if (docs[0]) await db.updateOne({ collection, id, data: { ...docs[0].version }, returning: false, req })
    return
  }
  if (remedy.do === 'keepAsDraft') await db.updateOne({ collection, where, data: { _status: 'draft' }, req })
  const doc = await db.findOne<{ id: string; createdAt: string; updatedAt: string }>({ collection, where, req })
  if (!doc) return
  const { createdAt, updatedAt } = doc
  await db.createVersion({
    collectionSlug: collection,
    parent: id,
    autosave: false,
    createdAt,
    updatedAt,
    versionData: doc as never,
    req,
  })
}

/** The statements of the request's transaction, past Payload. */
async function execute(req: PayloadRequest, sql: string): Promise<{ rows: Record<string, unknown>[] }> {
  const adapter = req.payload.db as unknown as SQLiteAdapter
  const db = adapter.sessions[String(await req.transactionID)]?.db
  if (!db) throw new Error('A repair needs a transaction.')
  return (await adapter.execute({ db: db as never, raw: sql })) as never
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Payload finds a document's newest version by a flag, which the removed one may have had. */
async function markNewest(req: PayloadRequest, collection: string, document: string): Promise<void> {
  const versions = quoted(`_${collection.replaceAll('-', '_')}_v`)
  const id = `'${document.replaceAll("'", "''")}'`
  const { rows } = await execute(
    req,
    `SELECT name FROM pragma_table_info('${versions.slice(1, -1)}') WHERE name = 'latest'`,
  )
  if (rows.length === 0) return
  await execute(
    req,
    `UPDATE ${versions} SET latest = 1 WHERE id = (SELECT id FROM ${versions} WHERE parent_id = ${id} ORDER BY updated_at DESC LIMIT 1)`,
  )
}

async function removeRows(req: PayloadRequest, table: string): Promise<void> {
  const { rows } = await execute(req, `PRAGMA foreign_key_check(${quoted(table)})`)
  const ids = [...new Set(rows.map(({ rowid }) => Number(rowid)))]
  if (ids.length > 0) await execute(req, `DELETE FROM ${quoted(table)} WHERE rowid IN (${ids.join(', ')})`)
}
