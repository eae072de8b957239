import { useLocale, useTranslations } from 'next-intl'
import type { ServiceListItem } from '@/features/services/domain/service-view'
import { href } from '@/i18n/navigation'
import { Section } from '@/ui/page'

/** The catalogue: each service with the need it answers. */
export function ServiceList({ services }: { services: readonly ServiceListItem[] }) {
  const t = useTranslations('services')
  const locale = useLocale()
  if (services.length === 0) return <p>{t('empty')}</p>
  return services.map((service) => (
    <Section
      key={service.id}
      id={service.slug}
      title={<a href={href(locale, `/services/${service.slug}`)}>{service.title}</a>}
    >
      <div className="stack">
        <p className="lead">{service.need}</p>
        <p>{service.summary}</p>
      </div>
    </Section>
  ))
}
