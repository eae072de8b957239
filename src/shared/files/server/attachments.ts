import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { Payload } from 'payload'
import type { Attachment } from '@/payload-types'
import { decryptBytes, decryptText, encryptBytes, encryptText, keyedHash, randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { fileName } from '@/platform/file-name'
import { logger } from '@/platform/logger'
import { asSystem } from '@/platform/system-payload'
import {
  type AttachmentType,
  attachmentLimits,
  attachmentTypes,
  type FileError,
  type FileErrorCode,
  type KeptAttachment,
} from '../domain/attachment'
import { encryptionContexts } from '../domain/encryption-contexts'
import type { FileOwner } from '../owners'
import { attachmentsOf, contentKeyOf, insertAttachment } from './attachment-rows'
import { countFile, isWithoutRoom } from './file-quota'

export const attachmentsDir = (): string => path.join(env().dataDir, 'attachments')

/** Where the encrypted bytes lie. The key is random: neither name nor sender can be guessed from it. */
const fileOf = (storageKey: string): string => path.join(attachmentsDir(), storageKey.slice(0, 2), storageKey)

async function writeBytes(storageKey: string, bytes: Uint8Array): Promise<void> {
  const file = fileOf(storageKey)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  try {
    await writeFile(`${file}.part`, encryptBytes(bytes, encryptionContexts.bytes), {
      flag: 'wx',
      mode: 0o600,
    })
    await rename(`${file}.part`, file)
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw error
  }
}

/** The file's bytes. @throws when it is gone, or DecryptionError when it was altered */
export async function readAttachment(attachment: Pick<Attachment, 'storageKey'>): Promise<Buffer> {
  return decryptBytes(await readFile(fileOf(attachment.storageKey)), encryptionContexts.bytes)
}

/** With the ending of what it is, whatever it was called when it came. */
export const attachmentName = ({ originalName, mimeType }: Pick<Attachment, 'originalName' | 'mimeType'>): string =>
  fileName(decryptText(originalName, encryptionContexts.name), mimeType)

/** HEIC goes by several names; all of them are what a telephone's camera saves. */
async function typeOf(bytes: Uint8Array): Promise<AttachmentType | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  const type = found === 'image/heif' || found?.startsWith('image/heic') ? 'image/heic' : found
  return attachmentTypes.find((known) => known === type) ?? null
}

/** The files that are kept for a form, as their sender sees them. */
export const keptUnder = async (payload: Payload, submissionKey: string): Promise<KeptAttachment[]> =>
  (await attachmentsOf(payload, submissionKey, 'submit-inquiry')).map((attachment) => ({
    id: attachment.id,
    name: attachmentName(attachment),
    size: attachment.size,
  }))

/** Deletes row and file. The row goes first: an orphan file is harmless, a dangling row is not. */
export async function removeAttachment(payload: Payload, attachment: Attachment): Promise<void> {
  await payload.delete({ collection: 'attachments', id: attachment.id, depth: 0, ...asSystem('submit-inquiry') })
  await rm(fileOf(attachment.storageKey), { force: true })
}

/** Deletes all files of a form. */
export async function removeAttachmentsUnder(payload: Payload, submissionKey: string): Promise<void> {
  for (const attachment of await attachmentsOf(payload, submissionKey, 'submit-inquiry'))
    await removeAttachment(payload, attachment)
}

/** By which the same content is known again, whatever the file is called. */
export async function fingerprintOf(file: File): Promise<string> {
  return hashOfBytes(new Uint8Array(await file.arrayBuffer()))
}

const hashOfBytes = (bytes: Uint8Array): string =>
  keyedHash(Buffer.from(bytes).toString('base64'), 'attachment.content')

/**
 * Gives another submission a file of its own with the same content. The bytes are on the disk once
 * where the disk can do that: they are never rewritten, and each of the two is deleted for itself.
 */
export async function copyAttachment(
  payload: Payload,
  attachment: Attachment,
  { owner, submissionKey, now }: { owner: FileOwner; submissionKey: string; now: Date },
): Promise<void> {
  const { originalName, mimeType, size, fingerprint } = attachment
  const storageKey = randomToken(24)
  const file = fileOf(storageKey)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await link(fileOf(attachment.storageKey), file).catch(() => copyFile(fileOf(attachment.storageKey), file))
  const storedAt = now.toISOString()
  const row = { submissionKey, originalName, mimeType, size, fingerprint, storageKey, storedAt }
  // The same submission a second time has the file already.
  await withRow(payload, owner, row)
}

/** Writes the row of a file that is on the disk already. Without a row it goes again. */
async function withRow(
  payload: Payload,
  owner: FileOwner,
  row: Parameters<typeof insertAttachment>[2],
): Promise<'stored' | 'known' | 'full'> {
  let outcome: 'stored' | 'known' | 'full' | null = null
  try {
    outcome = await insertAttachment(payload, owner, row)
    return outcome
  } finally {
    if (outcome !== 'stored') await rm(fileOf(row.storageKey), { force: true })
  }
}

interface FilesOfForm {
  owner: FileOwner
  submissionKey: string
  files: readonly File[]
  now: Date
  /** The sender's network address; files of staff are not counted. */
  clientAddress?: string | undefined
}

/** @returns what is wrong with the file, or null */
async function storeFile(
  payload: Payload,
  file: File,
  { owner, submissionKey, now, clientAddress }: FilesOfForm,
): Promise<FileErrorCode | null> {
  if (file.size === 0) return 'empty'
  if (file.size > attachmentLimits.bytes) return 'tooLarge'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mimeType = await typeOf(bytes)
  if (!mimeType) return 'wrongType'
  const fingerprint = hashOfBytes(bytes)
  const stored = await attachmentsOf(payload, submissionKey, 'submit-inquiry')
  if (stored.some((other) => other.contentKey === contentKeyOf(submissionKey, fingerprint))) return null
  if (stored.length >= attachmentLimits.files) return 'tooMany'
  const refusal = clientAddress === undefined ? null : await countFile(clientAddress, bytes.byteLength)
  if (refusal) return refusal
  const storageKey = randomToken(24)
  try {
    await writeBytes(storageKey, bytes)
  } catch (error) {
    if (!isWithoutRoom(error)) throw error
    logger.error({ err: error }, 'a file could not be stored for want of room')
    return 'noRoom'
  }
  const originalName = encryptText(fileName(file.name, mimeType), encryptionContexts.name)
  const row = { submissionKey, originalName, mimeType, size: bytes.byteLength, fingerprint, storageKey }
  return (await withRow(payload, owner, { ...row, storedAt: now.toISOString() })) === 'full' ? 'tooMany' : null
}

/**
 * Stores files under a form's key, before anything else of it is stored: they are kept for the
 * retry when the form comes back, and deleted when nothing ever owns them.
 * @returns those that were not kept; what is right is kept either way
 */
export async function storeAttachments(payload: Payload, form: FilesOfForm): Promise<FileError[]> {
  const errors: FileError[] = []
  let isOver: FileErrorCode | null = null
  for (const file of form.files) {
    const code: FileErrorCode | null = isOver ?? (await storeFile(payload, file, form))
    if (!code) continue
    errors.push({ name: fileName(file.name, ''), code })
    // The others would be refused for the same reason.
    if (code === 'tooMany' || code === 'quota' || code === 'noRoom') isOver = code
  }
  return errors
}
