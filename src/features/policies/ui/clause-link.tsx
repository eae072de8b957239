import { useTranslations } from 'next-intl'
import { Num } from '@/ui/text'

/** «البند 6.3», with a no-break space before the number. */
export function ClauseLink({ anchor, number }: { anchor: string; number: string }) {
  const t = useTranslations('policies')
  return <a href={`#${anchor}`}>{t.rich('clause', { number: () => <Num>{number}</Num> })}</a>
}
