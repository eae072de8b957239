'use client'

import {
  FormSubmit,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'

/**
 * Publishes a document in both languages. Payload's own button also offers a single language, which
 * payload/hold-rights.ts refuses.
 */
export function PublishButton() {
  const document = useDocumentInfo()
  const { config } = useConfig()
  const { submit } = useForm()
  const isModified = useFormModified()
  const { code } = useLocale()
  const { t } = useTranslation()
  if (!document.hasPublishPermission) return null
  const { collectionSlug, hasPublishedDoc, id, unpublishedVersionCount, uploadStatus } = document
  const canPublish = (isModified || unpublishedVersionCount > 0 || !hasPublishedDoc) && uploadStatus !== 'uploading'
  const publish = async () => {
    const result = await submit({
      action: `${config.routes.api}/${collectionSlug}${id ? `/${id}` : ''}?depth=0&locale=${code}`,
      method: id ? 'PATCH' : 'POST',
      overrides: { _status: 'published' },
    })
    if (!result?.res.ok) return
    document.setUnpublishedVersionCount(0)
    document.setMostRecentVersionIsAutosaved(false)
    document.setHasPublishedDoc(true)
  }
  return (
    <FormSubmit
      buttonId="action-save"
      disabled={!canPublish}
      onClick={() => void publish()}
      size="medium"
      type="button"
    >
      {t('version:publishChanges')}
    </FormSubmit>
  )
}

/** Replaces a button that nobody may use. */
export function NoButton() {
  return null
}
