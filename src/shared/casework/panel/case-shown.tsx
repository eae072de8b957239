import type { AssigneeRef } from '../server/desk/list-cases'
import type { DeskTranslator } from './translator'

/** What every part of the page is shown with. */
export interface Shown {
  locale: 'ar' | 'en'
  now: Date
  t: DeskTranslator
}

/** A name, also of an account that is gone. */
export const nameOf = ({ name }: Pick<AssigneeRef, 'name'>, t: DeskTranslator): string =>
  name ?? t('case.by.formerStaff')
