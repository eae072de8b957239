import { keptFilesField } from '@/shared/intake/form-fields'

/** What a posted form says of its files. */
export interface PostedFiles {
  /** Chosen now. */
  files: readonly File[]
  /** Ids of kept attachments that the form showed. Forms that were opened before an upgrade don't say. */
  kept?: readonly string[] | undefined
  /** Those of them that the person wants out again. */
  removed: readonly string[]
}

/** An empty file input posts one nameless file of no bytes, which is left out. */
export function postedFilesOf(form: FormData): PostedFiles {
  const shown = form.get(keptFilesField)
  return {
    files: form.getAll('attachments').filter((entry): entry is File => typeof entry !== 'string' && entry.name !== ''),
    kept: typeof shown === 'string' ? shown.split(' ').filter(Boolean) : undefined,
    removed: form.getAll('removeAttachment').filter((entry) => typeof entry === 'string'),
  }
}
