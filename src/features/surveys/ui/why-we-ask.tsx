import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SurveyQuestion } from '@/features/surveys/domain/survey'
import { beneficiaryPolicy } from '@/features/surveys/schema'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Num } from '@/ui/text'

/** The clause that grants the right to evaluate. */
const RIGHT = 'practice-2'

/** Beside the form: the right to evaluate, what is measured and how it is used. */
export function WhyWeAsk({
  questions,
  clauseNumbers,
  locale,
  isInvited,
}: {
  questions: readonly SurveyQuestion[]
  /** The numbers of the policy's clauses, by anchor. */
  clauseNumbers: ReadonlyMap<string, string>
  locale: Locale
  isInvited: boolean
}) {
  const t = useTranslations('surveys')
  const clause = (anchor: string) => {
    return {
      clause: t('clause', { number: clauseNumbers.get(anchor) ?? 'none' }),
      link: (chunks: ReactNode) => <a href={href(locale, `/policies/${beneficiaryPolicy}#${anchor}`)}>{chunks}</a>,
    }
  }
  const duties = [...new Set(questions.flatMap(({ clause: anchor }) => anchor ?? []))]
  return (
    <aside className="stack" aria-labelledby="why-title">
      <h2 id="why-title">{t('evaluate.why')}</h2>
      <p>
        {t.rich('evaluate.right', clause(RIGHT))}
        {duties.map((anchor) => (
          <span key={anchor}> {t.rich('evaluate.duties', clause(anchor))}</span>
        ))}
      </p>
      <p>{t.rich('evaluate.use', { num: (chunks: ReactNode) => <Num>{chunks}</Num> })}</p>
      <p>{t(isInvited ? 'evaluate.invitedPrivacy' : 'evaluate.openPrivacy')}</p>
      <p className="small muted">
        {t.rich('evaluate.elsewhere', {
          link: (chunks: ReactNode) => <a href={href(locale, '/contact')}>{chunks}</a>,
        })}
      </p>
    </aside>
  )
}
