import { keyedHash } from '@/platform/crypto'

/**
 * One rule for every form that is stored: the same form key and the same content is the same
 * submission and gets the first one's receipt; other content under a used key is another submission,
 * which is stored beside it under a key of its own. Nothing is dropped behind "it has arrived".
 */

/** What was sent, as plain data. A part that is undefined is the same as one that isn't there. */
export type Content =
  | null
  | boolean
  | number
  | string
  | readonly Content[]
  | { readonly [part: string]: Content | undefined }

const isList = (content: Content): content is readonly Content[] => Array.isArray(content)

/** One text for one content, whatever the order of its parts. */
export function canonicalText(content: Content): string {
  if (isList(content)) return `[${content.map(canonicalText).join()}]`
  if (content === null || typeof content !== 'object') return JSON.stringify(content)
  const parts = Object.keys(content).sort()
  const texts = parts.flatMap((part) => {
    const value = content[part]
    return value === undefined ? [] : `${JSON.stringify(part)}:${canonicalText(value)}`
  })
  return `{${texts.join()}}`
}

/** The key of other content that comes under a key in use. The same content always gets the same one. */
export const keyBeside = (key: string, content: Content): string =>
  keyedHash(canonicalText([key, content]), 'submission.key')

export interface FoundSubmission {
  /** Whether this very submission is stored already. */
  isStored: boolean
  /** Under which key it is stored, or is to be stored. */
  key: string
}

/**
 * Where a submission is stored, or is to be stored. Two that race for a free key are separated by
 * the unique key: a request that finds it taken asks again.
 * @param content of what was sent; only asked for when the form's key is in use
 * @param contentUnder of what is stored under a key, null when the key is free
 */
export async function findSubmission({
  formKey,
  content,
  contentUnder,
}: {
  formKey: string
  content: () => Promise<Content>
  contentUnder: (key: string) => Promise<Content>
}): Promise<FoundSubmission> {
  const first = await contentUnder(formKey)
  if (first === null) return { isStored: false, key: formKey }
  const sent = await content()
  if (canonicalText(first) === canonicalText(sent)) return { isStored: true, key: formKey }
  const key = keyBeside(formKey, sent)
  return { isStored: (await contentUnder(key)) !== null, key }
}

const running = new Map<string, Promise<unknown>>()

/** Runs what is done under one key one after the other, so that two postings of one form don't mix their files. */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(key)
  const turn = (async () => {
    await before?.catch(() => undefined)
    return work()
  })()
  running.set(key, turn)
  try {
    return await turn
  } finally {
    if (running.get(key) === turn) running.delete(key)
  }
}
