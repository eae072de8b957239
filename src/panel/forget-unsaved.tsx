'use client'

import { useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { forgetAllUnsaved, forgetExpiredUnsaved } from './unsaved'

/** Around the whole panel: signing out deletes what is unsaved, an expired session keeps it for a day. */
export function ForgetUnsaved({ children }: { children: ReactNode }) {
  const { config } = useConfig()
  const path = usePathname()
  const signOut = `${config.routes.admin}${config.admin.routes.logout}`
  useEffect(() => {
    if (path === signOut) forgetAllUnsaved()
    else forgetExpiredUnsaved()
  }, [path, signOut])
  return children
}
