import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { beneficiaryPolicy } from '@/features/surveys/schema'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Actions, ButtonLink } from '@/ui/button'
import { Panel } from '@/ui/page'

/** On the tracking page of an answered inquiry: its invitation, or thanks once it has been used. */
export function InvitationPanel({ locale, path, isUsed }: { locale: Locale; path: `/${string}`; isUsed: boolean }) {
  const t = useTranslations('surveys.track')
  return (
    <Panel id="evaluate-title" title={t('title')}>
      {isUsed ? (
        <p>{t('done')}</p>
      ) : (
        <>
          <p>
            {t.rich('text', {
              link: (chunks: ReactNode) => (
                <a href={href(locale, `/policies/${beneficiaryPolicy}#practice-2`)}>{chunks}</a>
              ),
            })}
          </p>
          <Actions>
            <ButtonLink href={href(locale, path)}>{t('button')}</ButtonLink>
          </Actions>
        </>
      )}
    </Panel>
  )
}
