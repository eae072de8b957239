import type { Payload } from 'payload'
import type { Attachment } from '@/payload-types'
import type { FileError } from '../domain/attachment'
import type { FileOwner } from '../owners'
import { attachmentsOf, keepWaiting } from './attachment-rows'
import { copyAttachment, fingerprintOf, removeAttachment, storeAttachments } from './attachments'
import type { PostedFiles } from './posted-files'

/** What a form says of its files, and the key under which files of an earlier try are kept. */
type FilesUnderKey = PostedFiles & { submissionKey: string }

/** The files of one submission: chosen now, or kept from an earlier try and shown by the form. */
export interface FormFiles {
  posted: FilesUnderKey
  wanted: Attachment[]
  unwanted: Attachment[]
  /** Whether the key holds files that this form knows nothing of: of another tab, or of a try whose answer was lost. */
  hasOthers: boolean
  /** Of the content of every file, in an order that depends on nothing else. Reads the files. */
  fingerprints: () => Promise<string[]>
}

export async function readFormFiles(payload: Payload, posted: FilesUnderKey): Promise<FormFiles> {
  const { submissionKey, files, kept, removed } = posted
  const stored = await attachmentsOf(payload, submissionKey, 'submit-inquiry')
  const isShown = ({ id }: Attachment) => kept === undefined || kept.includes(id)
  const wanted = stored.filter((file) => isShown(file) && !removed.includes(file.id))
  const unwanted = stored.filter((file) => isShown(file) && removed.includes(file.id))
  const fingerprints = async () => {
    const chosen = await Promise.all(files.filter(({ size }) => size > 0).map(fingerprintOf))
    return [...new Set([...wanted.map(({ fingerprint }) => fingerprint), ...chosen])].sort()
  }
  const others = stored.filter((file) => !isShown(file))
  const known = others.length > 0 ? await fingerprints() : []
  return { posted, wanted, unwanted, hasOthers: others.some((file) => !known.includes(file.fingerprint)), fingerprints }
}

/**
 * Puts a submission's files under its key: what was kept under the form's key is copied where the
 * submission has another one.
 * @returns those of the files chosen now that were not kept
 */
export async function settleFiles(
  payload: Payload,
  { posted, wanted, unwanted }: FormFiles,
  { owner, key, now, clientAddress }: { owner: FileOwner; key: string; now: Date; clientAddress: string },
): Promise<FileError[]> {
  if (key === posted.submissionKey) {
    for (const attachment of wanted) await keepWaiting(payload, attachment, now)
    for (const attachment of unwanted) await removeAttachment(payload, attachment)
  } else {
    for (const attachment of wanted) await copyAttachment(payload, attachment, { owner, submissionKey: key, now })
  }
  const { files } = posted
  return files.length > 0 ? storeAttachments(payload, { owner, submissionKey: key, files, now, clientAddress }) : []
}
