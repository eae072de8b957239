'use client'

import { useModal } from '@payloadcms/ui'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

/** In the drawer of a comparison: chooses the version to compare with. */
export function PickVersion({ id, children }: { id: string; children: ReactNode }) {
  const { closeAllModals } = useModal()
  const router = useRouter()
  const pathname = usePathname()
  const searchParams = useSearchParams()
  return (
    <button
      type="button"
      onClick={() => {
        closeAllModals()
        const query = new URLSearchParams(searchParams)
        query.set('versionFrom', id)
        router.push(`${pathname}?${query}`)
      }}
    >
      {children}
    </button>
  )
}
