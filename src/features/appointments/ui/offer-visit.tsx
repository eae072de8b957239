import { useTranslations } from 'next-intl'
import { GoLink } from '@/ui/button'

/** On a case's tracking page, while times can be booked. */
export function OfferVisit({ href }: { href: string }) {
  const t = useTranslations('appointments.case')
  return (
    <section className="stack" aria-labelledby="visit-title">
      <h2 id="visit-title">{t('title')}</h2>
      <p>{t('offer')}</p>
      <p>
        <GoLink href={href}>{t('link')}</GoLink>
      </p>
    </section>
  )
}
