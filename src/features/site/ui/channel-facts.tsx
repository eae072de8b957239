import { useTranslations } from 'next-intl'
import type { Association } from '@/features/site/domain/association'
import type { Locale } from '@/i18n/routing'
import { Facts } from '@/ui/facts'
import { LinkedText } from '@/ui/linked-text'
import { MixedText } from '@/ui/text'

/** Whether the association has entered anything about a channel besides this site. */
export const hasChannelFacts = ({ channels }: Association): boolean =>
  channels.some(({ channel, details, hours }) => channel !== 'website' && (details !== null || hours !== null))

/**
 * The policy's five channels with the facts that the association has entered; channels without facts are hidden,
 * except for the website. `onSite` is shown beside it on the contact page.
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
            {text === null ? null : (
              <LinkedText
                text={text}
                rest={(words) => (
                  <MixedText
                    text={words}
                    locale={locale}
                    hasTelephones={channel === 'telephone' || channel === 'social-media'}
                  />
                )}
              />
            )}
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
