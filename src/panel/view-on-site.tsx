'use client'

import { useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import './view-on-site.css'

/**
 * The path of a document's public page. `{slug}` stands for the document's slug, or its policy's with `of: 'policy'`.
 */
export interface SiteAddress {
  path: string
  of?: 'policy'
}

const idOf = (relation: unknown): string | null =>
  typeof relation === 'string'
    ? relation
    : relation && typeof relation === 'object' && 'id' in relation
      ? String(relation.id)
      : null

/** A link to the document's public page, once it is published. */
export function ViewOnSite({ path, of }: SiteAddress) {
  const t = useTranslations('panel.viewOnSite')
  const { code } = useLocale()
  const { data, hasPublishedDoc, globalSlug } = useDocumentInfo()
  const isPublic = Boolean(globalSlug) || hasPublishedDoc
  const policy = of === 'policy' ? idOf(data?.policy) : null
  const own = typeof data?.slug === 'string' ? data.slug : null
  const [ofPolicy, setOfPolicy] = useState<string | null>(null)
  useEffect(() => {
    if (!policy || !isPublic) return
    const stop = new AbortController()
    fetch(`/api/policies/${policy}?depth=0&draft=false`, { credentials: 'include', signal: stop.signal })
      .then(async (response) => {
        const found: { slug?: string; _status?: string } = response.ok ? await response.json() : {}
        setOfPolicy(found._status === 'published' ? (found.slug ?? null) : null)
      })
      // Without a response there is no link.
      .catch(() => undefined)
    return () => stop.abort()
  }, [policy, isPublic])
  const slug = of === 'policy' ? ofPolicy : own
  if (!isPublic || (path.includes('{slug}') && !slug)) return null
  return (
    <a className="view-on-site" href={`/${code}${path.replace('{slug}', slug ?? '')}`} target="_blank" rel="noopener">
      {t('view')}
      <span className="view-on-site__note"> ({t('newTab')})</span>
    </a>
  )
}
