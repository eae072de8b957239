import type { Payload } from 'payload'
import type { User } from '@/payload-types'
import type { CaseKind } from '../../case-type'
import { fillReply, type ReplyValues } from '../../domain/saved-reply'

/** More than anybody would look through in a list. */
const MAX_REPLIES = 100

export interface FilledReply {
  id: string
  title: string
  step: 'answered' | 'asked'
  text: string
}

/** The saved replies for a case, filled with what is known of it; those without a text in its language are left out. */
export async function listSavedReplies(
  payload: Payload,
  user: User,
  { kind, language, values }: { kind: CaseKind; language: 'ar' | 'en'; values: ReplyValues },
): Promise<FilledReply[]> {
  const { docs } = await payload.find({
    collection: 'saved-replies',
    sort: ['title', 'id'],
    limit: MAX_REPLIES,
    pagination: false,
    locale: language,
    depth: 0,
    overrideAccess: false,
    user,
  })
  const offered = docs.filter(({ kinds }) => !kinds?.length || kinds.includes(kind))
  return offered.flatMap(({ id, title, step, text }) =>
    text ? [{ id, title, step, text: fillReply(text, values) }] : [],
  )
}
