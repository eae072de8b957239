/**
 * A page's instructions to the delivery (docs/MECHANISMS.md). React moves the tags into the
 * head; src/delivery/post-process.ts reads and removes them.
 * `status`: the HTTP status, when it isn't 200. `isCached={false}`: the page depends on the request
 * and is never cached. `reads`: the query parameters that the page depends on; without it every
 * query is ignored. `titlePrefix`: stands before the document's title.
 */
export function DeliveryMeta({
  status,
  isCached = true,
  reads = [],
  titlePrefix,
}: {
  status?: number
  isCached?: boolean
  reads?: readonly string[]
  titlePrefix?: string
}) {
  return (
    <>
      {status ? <meta name="delivery-status" content={String(status)} /> : null}
      {reads.length > 0 ? <meta name="delivery-query" content={reads.join(' ')} /> : null}
      {titlePrefix ? <meta name="delivery-title-prefix" content={titlePrefix} /> : null}
      {isCached ? null : <meta name="delivery-cache" content="never" />}
    </>
  )
}
