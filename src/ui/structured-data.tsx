/**
 * Data for machines (JSON-LD). A data block is not executed, so `script-src 'self'` lets it stand;
 * the mark tells the delivery to keep it.
 */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  // An editor's text can't end the block: no "<" is left in it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return (
    <script
      type="application/ld+json"
      data-delivery="keep"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON as text is the format, escaped above.
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}
