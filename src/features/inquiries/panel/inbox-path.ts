import type { CaseView } from '../server/desk/list-cases'

/** The address of one of the inbox's saved views. */
export const inboxPath = (view: CaseView): string => `/admin/inbox?view=${view}`
