import { useLocale, useTranslations } from 'next-intl'
import type { EditionView } from '@/features/policies/domain/policy-view'
import { DateBoth, DateShort } from '@/ui/date'
import { type Fact, Facts } from '@/ui/facts'
import { Seal } from '@/ui/ornament'
import { Num, UserText } from '@/ui/text'
import { WordedText } from './worded-text'

/** Who approved the text, when, and its effective day. Unknown facts are not shown. */
export function ApprovalBlock({ edition, editionCount }: { edition: EditionView; editionCount: number }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  const { meetingDate, session, resolution, effectiveFrom, coverYears } = edition
  const isFromMeeting = meetingDate?.getTime() === effectiveFrom.getTime()
  const facts: Fact[] = [{ key: 'by', term: t('approval.by'), value: t('approval.board') }]
  if (meetingDate || session) {
    facts.push({
      key: 'session',
      term: t('approval.session'),
      value: (
        <>
          {session ? <WordedText worded={session} locale={locale} /> : null}
          {session && meetingDate ? <br /> : null}
          {meetingDate ? <DateBoth date={meetingDate} locale={locale} /> : null}
        </>
      ),
    })
  }
  if (resolution) {
    facts.push({ key: 'resolution', term: t('approval.resolution'), value: <UserText>{resolution}</UserText> })
  }
  facts.push({
    key: 'effective',
    term: t(edition.state === 'upcoming' ? 'approval.effectiveUpcoming' : 'approval.effective'),
    value: (
      <>
        <DateShort date={effectiveFrom} locale={locale} />
        {isFromMeeting ? `${locale === 'ar' ? '،' : ','} ${t('approval.sameDay')}` : null}
      </>
    ),
  })
  if (coverYears.length > 0) {
    facts.push({
      key: 'cover',
      term: t('approval.coverYear'),
      value: coverYears.map(({ calendar, year }, index) => (
        <span key={calendar}>
          {index > 0 ? (locale === 'ar' ? '، ' : ', ') : null}
          {t.rich(`approval.coverYearOf.${calendar}`, { year: () => <Num>{year}</Num> })}
        </span>
      )),
    })
  }
  facts.push({
    key: 'amendments',
    term: t('approval.amendments'),
    value:
      editionCount === 1
        ? t('approval.unamended')
        : t.rich('approval.amended', { number: () => <Num>{edition.number}</Num> }),
  })
  return (
    <section className="approval" id="board" aria-labelledby="board-h">
      <h2 className="vh" id="board-h">
        {t('approval.title')}
      </h2>
      <Seal />
      <Facts items={facts} isRuled={false} />
    </section>
  )
}
