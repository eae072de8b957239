'use server'

import { headers } from 'next/headers'
import { type Translator, translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { dateText } from '@/platform/calendar'
import { logger } from '@/platform/logger'
import { formText } from '@/shared/intake/form-text'
import { largestIcs, mostIcsDays } from '../read-ics'
import { type ClosureToAdd, type IcsPreview, importClosures, mayImport, previewIcs } from '../server/import-closures'
import { freshImportForm, type ImportFormState, type PreviewRow } from './import-form-state'

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T12:00:00\.000Z$/.test(text) && !Number.isNaN(Date.parse(text))

const isArabic = (text: string): boolean => /[\u0621-\u064a]/.test(text)

function rowsOf({ holidays }: Extract<IcsPreview, { status: 'ok' }>, locale: 'ar' | 'en', t: Translator<'calendar'>) {
  return holidays.map(({ name, firstDay, lastDay }): PreviewRow => {
    const day = (stored: string) => dateText(new Date(stored), locale)
    return {
      firstDay,
      lastDay,
      days: firstDay === lastDay ? day(firstDay) : t('import.days', { first: day(firstDay), last: day(lastDay) }),
      // A name in one language stands in for the other until it is written.
      nameAr: isArabic(name) ? name : '',
      nameEn: isArabic(name) ? '' : name,
    }
  })
}

function notesOf({ passedOver, alreadyThere }: Extract<IcsPreview, { status: 'ok' }>, t: Translator<'calendar'>) {
  const counts = { ...passedOver, alreadyThere }
  return (['alreadyThere', 'past', 'timed', 'tooLong', 'tooMany'] as const).flatMap((why) =>
    counts[why] > 0 ? [t(`import.passedOver.${why}`, { count: counts[why] })] : [],
  )
}

/** The rows of the preview that were left chosen, with the names as they were typed. */
function chosenIn(form: FormData): { rows: PreviewRow[]; chosen: ClosureToAdd[] } {
  const rows: PreviewRow[] = []
  const chosen: ClosureToAdd[] = []
  for (let index = 0; index < mostIcsDays; index += 1) {
    const of = (name: string) => formText(form, `${name}-${index}`)
    const [firstDay, lastDay] = [of('firstDay'), of('lastDay')]
    if (!isDay(firstDay) || !isDay(lastDay)) continue
    const row = { firstDay, lastDay, days: of('days'), nameAr: of('nameAr'), nameEn: of('nameEn') }
    rows.push(row)
    if (form.get(`pick-${index}`) !== null) chosen.push(row)
  }
  return { rows, chosen }
}

async function readFile(form: FormData): Promise<string | 'none' | 'tooLarge'> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return 'none'
  return file.size > largestIcs ? 'tooLarge' : file.text()
}

/** Shows what a file would add, and then adds what was left chosen; as the signed-in user. */
export async function importIcs(locale: 'ar' | 'en', _: ImportFormState, given: FormData): Promise<ImportFormState> {
  const language = panelLocale({ language: locale })
  const t = translator('calendar', language)
  const form = given instanceof FormData ? given : new FormData()
  const { rows, chosen } = chosenIn(form)
  const refused = (message: string): ImportFormState => ({ ...freshImportForm, outcome: 'invalid', message, rows })
  try {
    const payload = await getCms()
    const { user } = await payload.auth({ headers: await headers() })
    if (user?.collection !== 'users') return refused(t('import.signedOut'))
    if (!mayImport(user as User)) return refused(t('import.forbidden'))
    const now = new Date()
    if (formText(form, 'command') === 'add') {
      if (chosen.length === 0) return refused(t('import.noneChosen'))
      if (chosen.some(({ nameAr, nameEn }) => !nameAr.trim() || !nameEn.trim())) return refused(t('import.nameMissing'))
      const result = await importClosures(payload, { user: user as User, closures: chosen, now, locale: language })
      return result.status === 'ok'
        ? { ...freshImportForm, outcome: 'added', message: t('import.added', { count: result.added }) }
        : refused(t('import.notAdded', { name: result.name, message: result.message }))
    }
    const text = await readFile(form)
    if (text === 'none') return refused(t('import.fileMissing'))
    const preview =
      text === 'tooLarge' ? ({ status: 'invalid', reason: 'tooLarge' } as const) : await previewIcs(payload, text, now)
    if (preview.status === 'invalid') return refused(t(`import.invalid.${preview.reason}`))
    const notes = notesOf(preview, t)
    return preview.holidays.length > 0
      ? {
          outcome: 'preview',
          message: t('import.preview', { count: preview.holidays.length }),
          rows: rowsOf(preview, language, t),
          notes,
        }
      : { ...freshImportForm, outcome: 'invalid', message: t('import.nothing'), notes }
  } catch (error) {
    logger.error({ err: error }, 'holidays could not be imported')
    return refused(t('import.unavailable'))
  }
}
