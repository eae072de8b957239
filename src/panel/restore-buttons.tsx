'use client'

import { Button, ConfirmationModal, toast, useConfig, useModal, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { shownVersion } from './payload-controls'

interface Command {
  label: string
  /** A path of the API. */
  path: string
}

/** Restores the version shown, after a confirmation; an error is shown as the API states it. */
export function RestoreButtons({
  back,
  commands,
  isGlobal = false,
}: {
  /** The path of the restored document in the panel. */
  back: string
  commands: readonly Command[]
  isGlobal?: boolean
}) {
  const { toggleModal } = useModal()
  const router = useRouter()
  const { i18n, t } = useTranslation()
  const { config } = useConfig()
  const restore = async (path: string) => {
    const response = await fetch(`${config.routes.api}${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Accept-Language': i18n.language },
    }).catch(() => null)
    const body = await response?.json().catch(() => null)
    if (!response?.ok) {
      toast.error(body?.errors?.[0]?.message ?? t('version:problemRestoringVersion'))
      return
    }
    toast.success(t('version:restoredSuccessfully'))
    router.push(`${config.routes.admin}${back}`)
  }
  return (
    <div className="restore-version-commands">
      {commands.map(({ label, path }, place) => (
        <div key={path}>
          <Button
            buttonStyle={place === 0 ? 'secondary' : 'primary'}
            margin={false}
            onClick={() => toggleModal(path)}
            size="small"
          >
            {label}
          </Button>
          <ConfirmationModal
            body={t(isGlobal ? 'version:aboutToRestoreGlobal' : 'version:aboutToRestore')}
            confirmingLabel={t('version:restoring')}
            heading={label}
            modalSlug={path}
            onConfirm={() => restore(path)}
          />
        </div>
      ))}
    </div>
  )
}

/**
 * Moves its children beside the version shown. Payload renders custom components of this view in the page's header
 * only, which is too narrow for a sentence.
 */
export function BesideVersion({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Element | null>(null)
  useEffect(() => {
    const look = () => setPlace(document.querySelector(shownVersion))
    look()
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [])
  return place ? createPortal(children, place) : null
}
