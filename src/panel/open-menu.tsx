'use client'

import { useNav, usePreferences } from '@payloadcms/ui'
import { PREFERENCE_KEYS } from 'payload/shared'
import { useEffect, useRef } from 'react'

/** From this width the menu stands beside the page (src/panel/ui/theme.css); Payload closes it up to 1440 px. */
const WIDE = '(min-width: 1024px)'

/** Keeps the menu open on wide screens unless the person closed it. */
export function OpenMenu() {
  const { hydrated, navOpen, setNavOpen } = useNav()
  const { getPreference, setPreference } = usePreferences()
  /** The person's last choice; null until the menu has been set accordingly. */
  const chosen = useRef<boolean | null>(null)
  useEffect(() => {
    if (!hydrated || !window.matchMedia(WIDE).matches) return
    let isCurrent = true
    void getPreference<{ open?: boolean }>(PREFERENCE_KEYS.NAV).then((kept) => {
      if (!isCurrent) return
      const isOpen = kept?.open !== false
      setNavOpen(isOpen)
      chosen.current = isOpen
    })
    return () => {
      isCurrent = false
    }
  }, [hydrated, getPreference, setNavOpen])
  // Payload stores the choice above 1440 px only.
  useEffect(() => {
    if (chosen.current === null || chosen.current === navOpen || !window.matchMedia(WIDE).matches) return
    chosen.current = navOpen
    void setPreference(PREFERENCE_KEYS.NAV, { open: navOpen }, true)
  }, [navOpen, setPreference])
  return null
}
