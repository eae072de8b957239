import { useTranslations } from 'next-intl'
import { attachmentTypes, type KeptAttachment, limits } from '@/features/inquiries/schema'
import { keptFilesField } from '@/platform/form-fields'
import { Choices, FileInput } from '@/ui/field'
import { UserText } from '@/ui/text'
import { rich } from './rich'

/** Choosing files, and letting go of those that were kept from the last try. */
export function AttachmentFields({ kept, error }: { kept: readonly KeptAttachment[]; error: string | undefined }) {
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
          data-max-files={limits.attachments}
          data-too-large={t('fileTooLarge')}
          data-too-many={t('tooManyFiles')}
        />
      ) : null}
    </>
  )
}

/** A field that people neither see nor hear nor reach; only a machine fills it in. */
export function Trap() {
  const t = useTranslations('inquiries')
  return (
    <div className="vh" aria-hidden="true">
      <label htmlFor="website">{t('field.trap')}</label>
      <input type="text" id="website" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
