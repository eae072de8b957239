import type { Translator } from '@/i18n/translator'
import type { AssigneeRef } from '../server/desk/list-cases'

/** What every part of the page is shown with. */
export interface Shown {
  locale: 'ar' | 'en'
  now: Date
  t: Translator<'desk'>
}

/** A name, also of an account that is gone. */
export const nameOf = ({ name }: Pick<AssigneeRef, 'name'>, t: Translator<'desk'>): string =>
  name ?? t('case.by.formerStaff')
