import type { Translator } from '@/i18n/translator'
import { exportReason, mostExported } from '../server/desk/export-cases'
import type { Asked } from './inbox-query'

/** Takes what a list shows out of the system, for a reason that is kept. */
export function ExportForm({
  asked: { view, filters, find },
  mayExportPersonal,
  isReasonMissing,
  locale,
  t,
}: {
  asked: Asked
  mayExportPersonal: boolean
  isReasonMissing: boolean
  locale: 'ar' | 'en'
  t: Translator<'desk'>
}) {
  const hidden = { view, find, ...filters, language: locale }
  return (
    <details className="desk-export" open={isReasonMissing}>
      <summary>{t('export.title')}</summary>
      <form action="/admin-files/cases" method="post">
        {Object.entries(hidden).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <p>{t('export.lead', { count: mostExported })}</p>
        <div className="desk-field">
          <label htmlFor="export-reason">{t('export.reason')}</label>
          <p id="export-help" className="desk-help">
            {t('export.reasonHelp')}
          </p>
          {isReasonMissing ? (
            <p id="export-error" className="desk-outcome desk-status desk-status-danger" role="alert">
              {t('export.reasonMissing')}
            </p>
          ) : null}
          <input
            id="export-reason"
            name="reason"
            type="text"
            dir="auto"
            autoComplete="off"
            minLength={exportReason.min}
            maxLength={exportReason.max}
            aria-describedby={isReasonMissing ? 'export-error export-help' : 'export-help'}
            aria-invalid={isReasonMissing || undefined}
          />
        </div>
        {mayExportPersonal ? (
          <label className="desk-check">
            <input type="checkbox" name="personal" value="yes" />
            <span>{t('export.personal')}</span>
          </label>
        ) : null}
        <p className="desk-actions">
          <button type="submit" name="format" value="xlsx">
            {t('export.xlsx')}
          </button>
          <button type="submit" name="format" value="csv" className="desk-quiet">
            {t('export.csv')}
          </button>
        </p>
      </form>
    </details>
  )
}
