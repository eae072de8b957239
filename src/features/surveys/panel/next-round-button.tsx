'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

/** Copies the survey as a draft of its next round and opens it. */
export function NextRoundButton({
  path,
  words,
}: {
  path: string
  words: { copy: string; copying: string; failed: string }
}) {
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
      toast.error(words.failed)
    }
  }
  return (
    <Button buttonStyle="secondary" size="small" disabled={isCopying} onClick={copy} margin={false}>
      {isCopying ? words.copying : words.copy}
    </Button>
  )
}
