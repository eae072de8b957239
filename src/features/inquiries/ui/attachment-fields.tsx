import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { attachmentTypes, type FileFault, type KeptAttachment, limits } from '@/features/inquiries/schema'
import { keptFilesField } from '@/shared/intake/form-fields'
import { Choices, FileInput } from '@/ui/field'
import { UserText } from '@/ui/text'
import { rich } from './rich'

/** More are not looked through one by one. */
const MAX_NAMED = 5

/** What is wrong with files, each named; nothing when all were kept. */
export function useFileFaults(faults: readonly FileFault[]): ReactNode {
  const t = useTranslations('inquiries')
  const comma = t('comma')
  const codes = [...new Set(faults.map(({ code }) => code))]
  if (codes.length === 0) return undefined
  return codes.map((code) => {
    const named = faults.filter((fault) => fault.code === code).slice(0, MAX_NAMED)
    return (
      <span className="line" key={code}>
        {t.rich(`error.attachments.${code}`, {
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
  const t = useTranslations('inquiries')
  return (
    <>
      <input type="hidden" name={keptFilesField} value={kept.map(({ id }) => id).join(' ')} autoComplete="off" />
      {kept.length > 0 ? (
        <Choices
          id="kept"
          type="checkbox"
          name="removeAttachment"
          label={t('field.kept')}
          options={kept.map(({ id, name }) => ({
            value: id,
            label: t.rich('field.remove', { name: () => <UserText>{name}</UserText> }),
          }))}
        />
      ) : null}
      {kept.length < limits.attachments || error ? (
        <FileInput
          id="attachments"
          name="attachments"
          label={t('field.attachments')}
          optionalLabel={t('optional')}
          help={t.rich('field.attachmentsHelp', rich)}
          error={error}
          errorLabel={t('errorLabel')}
          multiple
          accept={[...attachmentTypes, '.heic', '.heif'].join(',')}
          data-max-bytes={limits.attachmentBytes}
          data-max-total={limits.attachmentsBytes}
          data-max-files={limits.attachments}
          data-too-large={t('files.tooLarge')}
          data-too-large-together={t('files.tooLargeTogether')}
          data-too-many={t('files.tooMany')}
          data-made-smaller={t('files.madeSmaller')}
        />
      ) : null}
    </>
  )
}

/** A field that people neither see nor hear nor reach; only a machine fills it in. */
export function Honeypot() {
  const t = useTranslations('inquiries')
  return (
    <div className="vh" aria-hidden="true">
      <label htmlFor="website">{t('field.honeypot')}</label>
      <input type="text" id="website" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
