'use client'

import { useForm, useFormModified, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * A document whose save was refused is still unsaved. Payload takes it for saved: its button could not
 * be pressed again, and nobody would be warned on leaving.
 */
export function KeepModified() {
  const { setModified } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  // Payload leaves it set after a save that was refused, and only then.
  const isRefused = useFormSubmitted()
  useEffect(() => {
    if (isRefused && !isProcessing && !isModified) setModified(true)
  }, [isRefused, isProcessing, isModified, setModified])
  return null
}
