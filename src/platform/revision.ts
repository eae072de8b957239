import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  Payload,
  PayloadRequest,
} from 'payload'
import { afterCommit } from '@/platform/after-commit'
import { processState } from '@/platform/process-state'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'

/**
 * A number that every write to public content increments; the delivery renders a page again when its copy is older.
 * See docs/adr/0001.
 */
const KEY = 'revision'

export async function readRevision(payload: Payload): Promise<number> {
  const { docs } = await payload.find({
    collection: 'system-records',
    where: { key: { equals: KEY } },
    limit: 1,
    pagination: false,
    ...asSystem('revision'),
  })
  return docs[0]?.value ?? 0
}

/** Increments the revision by one atomic statement and informs this process at once; others poll. */
export async function bumpRevision(payload: Payload): Promise<number> {
  const increment = async () =>
    await updateRow(payload, 'count', {
      collection: 'system-records',
      where: { key: { equals: KEY } },
      data: { value: { $inc: 1 } },
    })
  let row = await increment()
  if (!row) {
    // The first write ever: the loser of the race for the unique key increments the winner's row.
    await payload
      .create({ collection: 'system-records', data: { key: KEY, value: 0 }, ...asSystem('revision') })
      .catch(() => undefined)
    row = await increment()
  }
  const revision = Number(row?.value ?? 0)
  recordRevision(revision)
  return revision
}

/** Tells this process of a revision it read or wrote; it never goes back. */
export function recordRevision(revision: number): void {
  const state = processState()
  state.revision = Math.max(state.revision ?? 0, revision)
}

/** For every collection whose documents a public page shows. */
export const bumpRevisionAfterChange: CollectionAfterChangeHook = async ({ doc, req }) => {
  await raiseWhenSaved(req)
  return doc
}

export const bumpRevisionAfterDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await raiseWhenSaved(req)
  return doc
}

/** For every global that a public page shows. */
export const bumpRevisionAfterGlobalChange: GlobalAfterChangeHook = async ({ doc, req }) => {
  await raiseWhenSaved(req)
  return doc
}

/** A page rendered before every reader sees the save would show the old content. */
const raiseWhenSaved = (req: PayloadRequest) =>
  afterCommit(req, async () => {
    await bumpRevision(req.payload)
  })
