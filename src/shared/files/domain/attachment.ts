/** Private files: what people send with a form, and only the staff concerned read. */

export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** What one form takes. */
export const attachmentLimits = {
  files: 3,
  /** Bytes of one file. */
  bytes: 10 * 1024 * 1024,
  /** Bytes of all that one sending brings; the entry takes little more (src/delivery/body.ts). */
  bytesTogether: 15 * 1024 * 1024,
} as const

export type FileErrorCode =
  | 'tooMany'
  | 'tooLarge'
  | 'wrongType'
  | 'empty'
  /** Many files from this address, or from everybody. */
  | 'quota'
  /** The disk is nearly full. */
  | 'noRoom'

/** A file that was not kept, and why. */
export interface FileError {
  name: string
  code: FileErrorCode
}

/** A file that is kept for a form, as its sender sees it. */
export interface KeptAttachment {
  id: string
  name: string
  /** Bytes. */
  size: number
}
