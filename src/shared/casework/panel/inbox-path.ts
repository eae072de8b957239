import type { CaseView } from '../server/desk/case-queries'

/** The address of one of the inbox's saved views. */
export const inboxPath = (view: CaseView): string => `/admin/inbox?view=${view}`
