import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  attachmentLimits,
  attachmentTypes,
  type FileError,
  type KeptAttachment,
} from '@/shared/files/domain/attachment'
import { keptFilesField } from '@/shared/intake/form-fields'
import { Choices, FileInput } from '@/ui/field'
import { rich } from '@/ui/rich-tags'
import { UserText } from '@/ui/text'

/** More are not looked through one by one. */
const MAX_NAMED = 5

/** What is wrong with files, each named; nothing when all were kept. */
export function useFileErrors(errors: readonly FileError[]): ReactNode {
  const t = useTranslations('files')
  const comma = t('comma')
  const codes = [...new Set(errors.map(({ code }) => code))]
  if (codes.length === 0) return undefined
  return codes.map((code) => {
    const named = errors.filter((error) => error.code === code).slice(0, MAX_NAMED)
    return (
      <span className="line" key={code}>
        {t.rich(`notKept.${code}`, {
          names: () =>
            named.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the order is theirs
              <span key={index}>
                {index > 0 ? comma : null}
                <UserText>{name}</UserText>
              </span>
            )),
        })}
      </span>
    )
  })
}

/** Choosing files, and letting go of those that were kept from the last try. */
export function AttachmentFields({ kept, error }: { kept: readonly KeptAttachment[]; error: ReactNode }) {
  const t = useTranslations('files')
  const words = useTranslations('forms')
  return (
    <>
      <input type="hidden" name={keptFilesField} value={kept.map(({ id }) => id).join(' ')} autoComplete="off" />
      {kept.length > 0 ? (
        <Choices
          id="kept"
          type="checkbox"
          name="removeAttachment"
          label={t('kept')}
          options={kept.map(({ id, name }) => ({
            value: id,
            label: t.rich('remove', { name: () => <UserText>{name}</UserText> }),
          }))}
        />
      ) : null}
      {kept.length < attachmentLimits.files || error ? (
        <FileInput
          id="attachments"
          name="attachments"
          label={t('label')}
          optionalLabel={words('optional')}
          help={t.rich('help', rich)}
          error={error}
          errorLabel={words('errorLabel')}
          multiple
          accept={[...attachmentTypes, '.heic', '.heif'].join(',')}
          data-max-bytes={attachmentLimits.bytes}
          data-max-total={attachmentLimits.bytesTogether}
          data-max-files={attachmentLimits.files}
          data-too-large={t('choice.tooLarge')}
          data-too-large-together={t('choice.tooLargeTogether')}
          data-too-many={t('choice.tooMany')}
          data-made-smaller={t('choice.madeSmaller')}
        />
      ) : null}
    </>
  )
}
