/**
 * What a page tells the press (docs/ARCHITECTURE.md, "The edition in short"). React moves the
 * tags into the head, the press reads and removes them.
 * `status`: the HTTP status, when it isn't 200. `isKept={false}`: the page depends on the request
 * and is never shelved. `reads`: the query parameters that the page depends on; without it every
 * query is ignored. `titleWord`: stands before the document's title.
 */
export function EditionMeta({
  status,
  isKept = true,
  reads = [],
  titleWord,
}: {
  status?: number
  isKept?: boolean
  reads?: readonly string[]
  titleWord?: string
}) {
  return (
    <>
      {status ? <meta name="edition-status" content={String(status)} /> : null}
      {reads.length > 0 ? <meta name="edition-query" content={reads.join(' ')} /> : null}
      {titleWord ? <meta name="edition-title-word" content={titleWord} /> : null}
      {isKept ? null : <meta name="edition-keep" content="no" />}
    </>
  )
}
