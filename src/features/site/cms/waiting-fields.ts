import type { Field } from 'payload'
import { type LocalizedText, localize } from '@/platform/localize'
import { usualWaiting } from '@/shared/directory/waiting-days'

type Waiting = Partial<Record<keyof typeof usualWaiting, number | null>>

const longest = 90

const daysField = (name: keyof typeof usualWaiting, label: LocalizedText, description: LocalizedText): Field => ({
  name,
  type: 'number',
  min: 0,
  max: longest,
  defaultValue: usualWaiting[name],
  label,
  validate: (value: unknown, options: { req: Parameters<typeof localize>[0]; siblingData: unknown }) => {
    const { req } = options
    if (value === null || value === undefined) return true
    const days = Number(value)
    if (!Number.isInteger(days) || days < 0 || days > longest) {
      return localize(req, { ar: `عدد صحيح من 0 إلى ${longest}.`, en: `A whole number from 0 to ${longest}.` })
    }
    const { firstReminder, secondReminder } = options.siblingData as Waiting
    const later = Math.max(firstReminder ?? usualWaiting.firstReminder, secondReminder ?? usualWaiting.secondReminder)
    return name !== 'closing' || days === 0 || days > later
      ? true
      : localize(req, { ar: 'يكون الإغلاق بعد آخر تذكير.', en: 'The closing comes after the last reminder.' })
  },
  admin: { step: 1, description },
})

/** How long we wait for a person whom we asked. */
export const waitingFields: Field[] = [
  daysField(
    'firstReminder',
    { ar: 'التذكير الأول', en: 'First reminder' },
    { ar: 'بعد كم يوم عمل من سؤالنا. صفر يعني لا تذكير.', en: 'Working days after our question. 0 means none.' },
  ),
  daysField(
    'secondReminder',
    { ar: 'التذكير الثاني', en: 'Second reminder' },
    { ar: 'بعد كم يوم عمل من سؤالنا. صفر يعني لا تذكير.', en: 'Working days after our question. 0 means none.' },
  ),
  daysField(
    'closing',
    { ar: 'الإغلاق لعدم الرد', en: 'Closing without a reply' },
    {
      ar: 'بعد كم يوم عمل من سؤالنا. صفر يعني لا يُغلق. ويُبلَّغ صاحب الطلب، وكلمة منه تفتحه من جديد.',
      en: 'Working days after our question. 0 means never. The person is told, and a word from them opens it again.',
    },
  ),
]
