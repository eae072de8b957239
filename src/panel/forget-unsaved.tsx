'use client'

import { useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { forgetAllUnsaved } from './unsaved'

/** Around the whole panel: whoever signs out leaves nothing behind. A session that ran out is no such choice. */
export function ForgetUnsaved({ children }: { children: ReactNode }) {
  const { config } = useConfig()
  const isSigningOut = usePathname() === `${config.routes.admin}${config.admin.routes.logout}`
  useEffect(() => {
    if (isSigningOut) forgetAllUnsaved()
  }, [isSigningOut])
  return children
}
