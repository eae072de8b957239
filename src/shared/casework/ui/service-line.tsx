import { useTranslations } from 'next-intl'
import { UserText } from '@/ui/text'

/** The service that a message is about, under its subject. */
export function ServiceLine({ service }: { service: string | null }) {
  const t = useTranslations('cases')
  if (!service) return null
  return <p className="muted">{t.rich('aboutService', { service: () => <UserText>{service}</UserText> })}</p>
}
