import { useTranslations } from 'next-intl'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Actions, ButtonLink } from '@/ui/button'
import { Panel } from '@/ui/page'

/** At the end of a service's page: a link to evaluate it. */
export function EvaluateService({ locale, slug }: { locale: Locale; slug: string }) {
  const t = useTranslations('surveys.service')
  return (
    <Panel id="evaluate-title" title={t('title')}>
      <p>{t('text')}</p>
      <Actions>
        <ButtonLink href={href(locale, `/evaluate/${slug}`)} isQuiet>
          {t('button')}
        </ButtonLink>
      </Actions>
    </Panel>
  )
}
