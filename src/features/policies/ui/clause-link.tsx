import { useTranslations } from 'next-intl'
import { Num } from '@/ui/text'

/** «البند 6.3», a no-break space between the word and its number. */
export function ClauseLink({ anchor, number }: { anchor: string; number: string }) {
  const t = useTranslations('policies')
  return <a href={`#${anchor}`}>{t.rich('clause', { number: () => <Num>{number}</Num> })}</a>
}
