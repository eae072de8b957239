import type { ListViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { mayImport } from '../server/import-closures'
import { importIcs } from './import-actions'
import { ImportForm } from './import-form'
import './import.css'

/** Above the list of closures, for those who may add to it. */
export function ImportClosures({ i18n, user }: Pick<ListViewServerProps, 'i18n' | 'user'>) {
  if (user?.collection !== 'users' || !mayImport(user as unknown as User)) return null
  const locale = panelLocale(i18n)
  return (
    <ClientMessages locale={locale} namespaces={['calendar.importForm']}>
      <div className="desk">
        <ImportForm action={importIcs.bind(null, locale)} />
      </div>
    </ClientMessages>
  )
}
