import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/i18n/client-messages'
import type { DueExplanation } from '../server/due-explanation'
import { DueExplained } from './due-explained'

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+03:00`)
const due: DueExplanation = {
  startedBy: 'received',
  start: at('2026-03-18 17:30'),
  countedFrom: at('2026-03-23 08:00'),
  days: 3,
  counted: { first: at('2026-03-24 16:00'), last: at('2026-03-26 16:00') },
  holidays: [
    {
      name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' },
      first: at('2026-03-19 12:00'),
      last: at('2026-03-22 12:00'),
      days: 2,
    },
  ],
  pauses: [{ from: at('2026-03-24 10:00'), until: at('2026-03-24 12:30'), hours: 2, minutes: 30 }],
  dueAt: at('2026-03-29 16:00'),
}
const text = (locale: 'ar' | 'en') =>
  renderToStaticMarkup(
    <ClientMessages locale={locale} namespaces={['cases']}>
      <DueExplained due={due} locale={locale} now={at('2026-03-24 09:00')} />
    </ClientMessages>,
  )
    .replace(/<\/(li|summary)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()
    .split('\n')

it('says in English how a date came about', () => {
  expect(text('en')).toEqual([
    'How this date was counted',
    'Your message reached us on Wednesday 18 March (29 Ramadan), 5:30 pm. That was outside of working hours, so counting began on Monday 23 March (4 Shawwal), 8:00 am.',
    'We answer within 3 working days after it, that is by Thursday 26 March (7 Shawwal).',
    'The days from Thursday 19 March (30 Ramadan) to Sunday 22 March (3 Shawwal) aren’t counted, being a holiday: Eid al-Fitr.',
    'We waited for your reply from Tuesday 24 March (5 Shawwal), 10:00 am to Tuesday 24 March (5 Shawwal), 12:30 pm. The working time in between isn’t counted: 2 hours and 30 minutes.',
    'So the answer is due at the end of the working day, Sunday 29 March (10 Shawwal), 4:00 pm.',
  ])
})

it('says in Arabic how a date came about', () => {
  expect(text('ar')).toEqual([
    'كيف حُسب الموعد',
    'وصلتنا رسالتكم يوم الأربعاء 29 رمضان (18 مارس)، 5:30 عصرًا. كان ذلك خارج ساعات العمل، فبدأ الحساب يوم الاثنين 4 شوال (23 مارس)، 8:00 صباحًا.',
    'نجيب خلال 3 أيام عمل بعده، أي حتى يوم الخميس 7 شوال (26 مارس).',
    'لا تُحسب الأيام من الخميس 30 رمضان (19 مارس) إلى الأحد 3 شوال (22 مارس)، فهي إجازة: عيد الفطر.',
    'انتظرنا جوابكم من الثلاثاء 5 شوال (24 مارس)، 10:00 صباحًا إلى الثلاثاء 5 شوال (24 مارس)، 12:30 ظهرًا. لا يُحسب ما مضى فيه من ساعات العمل: ساعتان و30 دقيقة.',
    'فالموعد آخر الدوام يوم الأحد 10 شوال (29 مارس)، 4:00 عصرًا.',
  ])
})
