import type { FileOwner } from '@/shared/files/owners'
import { openCaseFile } from './server/restricted-openings'

/** What people attach to a message to us or to a reply on its tracking page. */
export const caseFiles: FileOwner = {
  purpose: 'casework',
  rows: ['inquiries', 'inquiry-events'],
  open: openCaseFile,
}
