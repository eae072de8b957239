/**
 * What a page tells the press (docs/ARCHITECTURE.md, "The edition in short"). React moves the
 * tags into the head, the press reads and removes them.
 * `status`: the HTTP status, when it isn't 200. `isKept={false}`: the page depends on the request
 * and is never shelved.
 */
export function EditionMeta({ status, isKept = true }: { status?: number; isKept?: boolean }) {
  return (
    <>
      {status ? <meta name="edition-status" content={String(status)} /> : null}
      {isKept ? null : <meta name="edition-keep" content="no" />}
    </>
  )
}
