import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { type Payload, ValidationError } from 'payload'
import type { Attachment } from '@/payload-types'
import { decryptBytes, decryptText, encryptBytes, encryptText, keyedHash, randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { fileName } from '@/platform/file-name'
import { asSystem } from '@/platform/system-payload'
import { personalPurposes } from '../domain/personal-purposes'
import { type AttachmentType, attachmentTypes, type InquiryErrorCode, type KeptAttachment, limits } from '../schema'

/** Where the encrypted bytes lie. The key is random: neither name nor sender can be guessed from it. */
function fileOf(storageKey: string): string {
  return path.join(env().dataDir, 'attachments', storageKey.slice(0, 2), storageKey)
}

async function writeBytes(storageKey: string, bytes: Uint8Array): Promise<void> {
  const file = fileOf(storageKey)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.part`, encryptBytes(bytes, personalPurposes.attachmentBytes), { flag: 'wx', mode: 0o600 })
  await rename(`${file}.part`, file)
}

/** The file's bytes. @throws when it is gone, or DecryptionError when it was altered */
export async function readAttachment(attachment: Pick<Attachment, 'storageKey'>): Promise<Buffer> {
  return decryptBytes(await readFile(fileOf(attachment.storageKey)), personalPurposes.attachmentBytes)
}

/** With the ending of what it is, whatever it was called when it came. */
export const attachmentName = ({ originalName, mimeType }: Pick<Attachment, 'originalName' | 'mimeType'>): string =>
  fileName(decryptText(originalName, personalPurposes.attachmentName), mimeType)

/** HEIC goes by several names; all of them are what a telephone's camera saves. */
async function typeOf(bytes: Uint8Array): Promise<AttachmentType | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  const type = found === 'image/heif' || found?.startsWith('image/heic') ? 'image/heic' : found
  return attachmentTypes.find((known) => known === type) ?? null
}

/** All files of a form, in the order they came. */
export async function attachmentsOf(payload: Payload, submissionKey: string): Promise<Attachment[]> {
  const { docs } = await payload.find({
    collection: 'attachments',
    where: { submissionKey: { equals: submissionKey } },
    sort: 'storedAt',
    limit: limits.attachments * 2,
    pagination: false,
    depth: 0,
    ...asSystem('submit-inquiry'),
  })
  return docs
}

export const keptAttachment = (attachment: Attachment): KeptAttachment => ({
  id: attachment.id,
  name: attachmentName(attachment),
  size: attachment.size,
})

/** Deletes row and file. The row goes first: a file without a row is an orphan, the reverse a lie. */
export async function removeAttachment(payload: Payload, attachment: Attachment): Promise<void> {
  await payload.delete({ collection: 'attachments', id: attachment.id, depth: 0, ...asSystem('submit-inquiry') })
  await rm(fileOf(attachment.storageKey), { force: true })
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
  { submissionKey, now }: { submissionKey: string; now: Date },
): Promise<void> {
  const { originalName, mimeType, size, fingerprint } = attachment
  const contentKey = `${submissionKey}:${fingerprint}`
  const storageKey = randomToken(24)
  const file = fileOf(storageKey)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await link(fileOf(attachment.storageKey), file).catch(() => copyFile(fileOf(attachment.storageKey), file))
  try {
    await payload.create({
      collection: 'attachments',
      data: {
        ...{ submissionKey, contentKey, originalName, mimeType, size, fingerprint, storageKey },
        storedAt: now.toISOString(),
        isOwned: false,
      },
      depth: 0,
      ...asSystem('submit-inquiry'),
    })
  } catch (failure) {
    await rm(file, { force: true })
    // The same submission a second time: it has the file.
    if (!(failure instanceof ValidationError)) throw failure
  }
}

/**
 * Stores files under a form's key, before anything else of it is stored: they are kept for the
 * retry when the form comes back, and swept when nothing ever owns them.
 * @returns what is wrong with them, or null; what is right is kept either way
 */
export async function storeAttachments(
  payload: Payload,
  { submissionKey, files, now }: { submissionKey: string; files: readonly File[]; now: Date },
): Promise<InquiryErrorCode | null> {
  let error: InquiryErrorCode | null = null
  const kept = await attachmentsOf(payload, submissionKey)
  const known = new Set(kept.map(({ contentKey }) => contentKey))
  for (const file of files) {
    if (file.size === 0) {
      error = 'empty'
      continue
    }
    if (file.size > limits.attachmentBytes) {
      error = 'tooLarge'
      continue
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const mimeType = await typeOf(bytes)
    if (!mimeType) {
      error = 'wrongType'
      continue
    }
    const fingerprint = hashOfBytes(bytes)
    const contentKey = `${submissionKey}:${fingerprint}`
    if (known.has(contentKey)) continue
    if (known.size >= limits.attachments) {
      error = 'tooMany'
      break
    }
    const storageKey = randomToken(24)
    await writeBytes(storageKey, bytes)
    try {
      await payload.create({
        collection: 'attachments',
        data: {
          submissionKey,
          contentKey,
          originalName: encryptText(fileName(file.name, mimeType), personalPurposes.attachmentName),
          mimeType,
          size: bytes.byteLength,
          fingerprint,
          storageKey,
          storedAt: now.toISOString(),
          isOwned: false,
        },
        depth: 0,
        ...asSystem('submit-inquiry'),
      })
    } catch (failure) {
      await rm(fileOf(storageKey), { force: true })
      // The same form, twice at once: the other one keeps the file.
      if (!(failure instanceof ValidationError)) throw failure
    }
    known.add(contentKey)
  }
  return error
}
