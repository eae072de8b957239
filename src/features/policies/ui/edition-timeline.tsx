import { useLocale, useTranslations } from 'next-intl'
import type { EditionEntry } from '@/features/policies/domain/policy-view'
import { Timeline } from '@/ui/case'
import { DateBoth } from '@/ui/date'
import { Num } from '@/ui/text'
import { WordedText } from './worded-text'

const points = { superseded: 'past', 'in-force': 'now', upcoming: 'next' } as const

/** Every approved edition, oldest first, each with its effective day. */
export function EditionTimeline({ editions }: { editions: readonly EditionEntry[] }) {
  const t = useTranslations('policies.editions')
  const locale = useLocale()
  return (
    <section className="after-text" id="editions" aria-labelledby="editions-h">
      <h2 id="editions-h">{t('title')}</h2>
      <Timeline
        items={editions.toReversed().map(({ number, state, effectiveFrom, changeNote }) => ({
          key: String(number),
          state: points[state],
          title: t.rich('entry', { number: () => <Num>{number}</Num>, state: t(`state.${state}`) }),
          text: changeNote ? <WordedText worded={changeNote} locale={locale} /> : null,
          when: t.rich(`when.${state}`, { date: () => <DateBoth date={effectiveFrom} locale={locale} /> }),
        }))}
      />
      <p className="muted screen-only">{t('note')}</p>
    </section>
  )
}
