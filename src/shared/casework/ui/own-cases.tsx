import { useTranslations } from 'next-intl'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { OwnCase } from '@/shared/casework/server/cases-of-contact'
import { DateTime } from '@/ui/date'
import { Needs } from '@/ui/facts'
import { Num } from '@/ui/text'

/** The cases of one contact, each one tap away. */
export function OwnCases({ cases, locale, now }: { cases: readonly OwnCase[]; locale: Locale; now: Date }) {
  const t = useTranslations('cases')
  if (cases.length === 0) return <p>{t('own.none')}</p>
  return (
    <Needs
      items={cases.map(({ reference, kind, status, lastChangeAt, token }) => ({
        href: href(locale, `/track/${token}`),
        label: (
          <span>
            {t.rich('own.case', { kind, num: () => <Num>{reference}</Num> })}{' '}
            <span className="line small muted">
              {t.rich('own.state', {
                state: t(`own.status.${status}`),
                date: () => <DateTime instant={lastChangeAt} locale={locale} now={now} hasTime={false} />,
              })}
            </span>
          </span>
        ),
      }))}
    />
  )
}
