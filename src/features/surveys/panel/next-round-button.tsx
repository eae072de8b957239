'use client'

import { Button, toast } from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Copies the survey as a draft of its next round and opens it. */
export function NextRoundButton({ path }: { path: string }) {
  const t = useTranslations('surveys.nextRound')
  const [isCopying, setIsCopying] = useState(false)
  const copy = async () => {
    setIsCopying(true)
    try {
      const response = await fetch(path, { method: 'POST', credentials: 'include' })
      if (!response.ok) throw new Error(String(response.status))
      const { id } = (await response.json()) as { id: string }
      window.location.assign(`/admin/collections/surveys/${id}`)
    } catch {
      setIsCopying(false)
      toast.error(t('failed'))
    }
  }
  return (
    <Button buttonStyle="secondary" size="small" disabled={isCopying} onClick={copy} margin={false}>
      {t(isCopying ? 'copying' : 'copy')}
    </Button>
  )
}
