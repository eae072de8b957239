import type { Payload } from 'payload'
import type { Attachment, User } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { mayOpen } from '../owners'

/**
 * A private file, if it belongs to something that this person may read.
 * @returns null for everything else, so that a guess learns nothing
 */
export async function findAttachment(payload: Payload, user: User, id: string): Promise<Attachment | null> {
  const { docs } = await payload.find({
    collection: 'attachments',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('work-inquiry'),
  })
  const [file] = docs
  return file && (await mayOpen(payload, user, file.submissionKey)) ? file : null
}
