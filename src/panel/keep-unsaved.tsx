'use client'

import {
  toast,
  useAllFormFields,
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormInitializing,
  useFormModified,
  useFormProcessing,
  useFormSubmitted,
  useLocale,
} from '@payloadcms/ui'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved'

type Data = Record<string, unknown>

const WRITTEN_AFTER_MS = 400

/** When the document was last saved; empty for a new one. */
const versionOf = (data: Data | undefined): string => String(data?.updatedAt ?? '')

/**
 * Keeps what is typed into a document until it is saved, and restores it when the page is opened again in the same
 * tab, after a reload or another sign-in. A chosen file can't be kept.
 */
export function KeepUnsaved() {
  const { user } = useAuth()
  const { config } = useConfig()
  const { code } = useLocale()
  const t = useTranslations('panel.unsaved')
  const { id, collectionSlug, globalSlug, data: saved } = useDocumentInfo()
  const { getData, reset, setModified } = useForm()
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const isInitializing = useFormInitializing()
  const isRefused = useFormSubmitted()

  const hasPasswords = config.collections.some(({ slug, auth }) => slug === collectionSlug && auth)
  const account = hasPasswords ? null : (user?.id ?? null)
  const place = [collectionSlug ?? globalSlug, id ?? 'new', code].join(':')
  const base = versionOf(saved)

  const bringBack = useCallback(
    async (typed: Data, message: string) => {
      const before = structuredClone(getData())
      await reset(typed)
      setModified(true)
      toast.info(message, {
        id: place,
        duration: Number.POSITIVE_INFINITY,
        action: {
          label: t('discard'),
          onClick: () => {
            if (account !== null) forgetUnsaved(account, place)
            void reset(before)
          },
        },
      })
    },
    [account, getData, place, reset, setModified, t],
  )

  const lookedAt = useRef<string | null>(null)
  useEffect(() => {
    if (account === null || isInitializing || lookedAt.current === place) return
    lookedAt.current = place
    const unsaved = readUnsaved<Data>(account, place)
    if (!unsaved) return
    if (unsaved.base === base) {
      void bringBack(unsaved.value, t('back'))
      return
    }
    toast.info(t('newer'), {
      id: place,
      duration: Number.POSITIVE_INFINITY,
      action: {
        label: t('show'),
        onClick: (event) => {
          // The notice stays and says something else; closing, it would take the new words along.
          event.preventDefault()
          void bringBack(unsaved.value, t('older'))
        },
      },
    })
  }, [account, base, bringBack, isInitializing, place, t])

  const wasModified = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of a field is kept
  useEffect(() => {
    if (account === null || lookedAt.current !== place) return
    if (isModified) {
      wasModified.current = true
      const keep = () => keepUnsaved(account, place, { value: getData() as Data, base })
      const timer = setTimeout(keep, WRITTEN_AFTER_MS)
      // Leaving at once keeps the last letters too.
      addEventListener('pagehide', keep)
      return () => {
        clearTimeout(timer)
        removeEventListener('pagehide', keep)
      }
    }
    // The document was saved. After a refusal it is unmodified for a moment as well (keep-modified.tsx).
    if (!wasModified.current || isProcessing || isRefused) return
    wasModified.current = false
    forgetUnsaved(account, place)
    toast.dismiss(place)
  }, [account, base, fields, getData, isModified, isProcessing, isRefused, place])

  return null
}
