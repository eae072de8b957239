import { useTranslations } from 'next-intl'
import type { Association } from '@/features/site/domain/association'
import type { Locale } from '@/i18n/routing'
import { Facts } from '@/ui/facts'
import { MixedText } from '@/ui/text'

/**
 * The policy's five channels, each with what the association said of it. A channel it has said
 * nothing about isn't shown; the website is always one of them. `onSite` is what stands beside it
 * on the contact page itself.
 */
export function ChannelFacts({
  association,
  locale,
  onSite,
}: {
  association: Association
  locale: Locale
  onSite?: string
}) {
  const t = useTranslations('channels')
  const items = association.channels.flatMap(({ channel, details, hours }) => {
    const text = details ?? (channel === 'website' ? (onSite ?? t('onSite')) : null)
    if (text === null && hours === null) return []
    return [
      {
        key: channel,
        term: t(channel),
        value: (
          <>
            {text === null ? null : <MixedText text={text} locale={locale} />}
            {hours === null ? null : (
              <span className="small muted block">
                <MixedText text={hours} locale={locale} />
              </span>
            )}
          </>
        ),
      },
    ]
  })
  return <Facts items={items} />
}
