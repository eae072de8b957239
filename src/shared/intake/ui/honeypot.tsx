import { useTranslations } from 'next-intl'

/** A field that people neither see nor hear nor reach; only a machine fills it in. */
export function Honeypot() {
  const t = useTranslations('forms')
  return (
    <div className="vh" aria-hidden="true">
      <label htmlFor="website">{t('honeypot')}</label>
      <input type="text" id="website" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
