import type { ListViewServerProps } from 'payload'
import { ClientMessages } from '@/i18n/client-messages'
import { panelLocale } from '@/panel/panel-locale'
import type { User } from '@/payload-types'
import { formatDate } from '@/platform/calendar'
import { listDepartments } from '@/shared/directory/departments'
import { mayOpenTimes } from '../server/open-series'
import { openTimesOfSeries } from './series-action'
import { SeriesForm } from './series-form'

/** Above the list of times, for those who may open them. */
export async function OpenSeries({ i18n, payload, user }: Pick<ListViewServerProps, 'i18n' | 'payload' | 'user'>) {
  if (user?.collection !== 'users' || !mayOpenTimes(user as unknown as User)) return null
  const locale = panelLocale(i18n)
  const departments = await listDepartments(payload, { locale, reader: { user: user as unknown as User } })
  return (
    <ClientMessages locale={locale} namespaces={['appointments.series']}>
      <div className="desk">
        <SeriesForm
          action={openTimesOfSeries.bind(null, locale)}
          departments={departments}
          today={formatDate(new Date(), 'en').iso}
        />
      </div>
    </ClientMessages>
  )
}
