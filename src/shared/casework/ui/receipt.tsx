import { useTranslations } from 'next-intl'
import type { Locale } from '@/i18n/routing'
import type { Slip } from '@/shared/casework/server/slip'
import type { TrackedCase } from '@/shared/casework/server/tracking'
import { Actions, Button, ButtonLink } from '@/ui/button'
import { Quote, Status, Timeline, type TimelineItem } from '@/ui/case'
import { DateTime } from '@/ui/date'
import { Band } from '@/ui/ornament'
import { PageHead, Split } from '@/ui/page'
import { linkTo } from '@/ui/rich-tags'
import { UserText } from '@/ui/text'
import { ServiceLine } from './service-line'
import { SlipSheet } from './slip'
import { UserParagraphs } from './user-paragraphs'

/** Reference and code, what was sent, and what happens next: dates only where the association set them. */
export function Receipt({
  tracked,
  locale,
  now,
  slip,
  trackHref,
}: {
  tracked: TrackedCase
  locale: Locale
  now: Date
  slip: Slip
  trackHref: string
}) {
  const t = useTranslations('cases')
  const { name, dueAt, receivedAt, attachments } = tracked
  const answer = {
    email: t('receipt.step.answerByEmail'),
    phone: t('receipt.step.answerByPhone'),
    tracking: tracked.hasEmail ? t('receipt.step.answerByEmail') : t('receipt.step.answerByPage'),
  }[tracked.replyChannel]
  const steps: TimelineItem[] = [
    {
      key: 'received',
      state: 'now',
      title: t('receipt.step.received'),
      when: <DateTime instant={receivedAt} locale={locale} now={now} />,
    },
    { key: 'read', state: 'next', title: t('receipt.step.read'), text: t('receipt.step.readText') },
    {
      key: 'answer',
      state: 'next',
      title: t('receipt.step.answer'),
      text: answer,
      when: dueAt
        ? t.rich('receipt.step.before', {
            date: () => <DateTime instant={dueAt} locale={locale} now={now} hasTime={false} />,
          })
        : undefined,
    },
  ]
  return (
    <Split
      aside={
        <aside className="stack" aria-labelledby="next-title">
          <h2 id="next-title">{t('receipt.next')}</h2>
          <Timeline items={steps} />
          {dueAt ? <p className="small muted">{t('receipt.targetNote')}</p> : null}
        </aside>
      }
    >
      <PageHead
        status={<Status tone="done">{t('receipt.status')}</Status>}
        title={name ? t.rich('receipt.titleNamed', { name: () => <UserText>{name}</UserText> }) : t('receipt.title')}
        lead={t('receipt.lead')}
      >
        {dueAt ? (
          <p>
            {t.rich('receipt.answerBy', {
              date: () => <DateTime instant={dueAt} locale={locale} now={now} hasTime={false} />,
            })}
          </p>
        ) : null}
      </PageHead>
      <SlipSheet slip={slip} ornament={<Band id="slip-band" />} />
      <div className="stack">
        <p>
          {t('receipt.keepHow')} {tracked.hasEmail ? t('receipt.mailed') : null}
        </p>
        <Actions>
          <ButtonLink href={trackHref}>{t('receipt.track')}</ButtonLink>
          {/* Shown by the script that prints (public/js/sent.js). */}
          <Button type="button" isQuiet hidden data-print="">
            {t('receipt.print')}
          </Button>
        </Actions>
      </div>
      <section className="stack" aria-labelledby="sent-title">
        <h2 id="sent-title">{t('receipt.sent')}</h2>
        <Quote>
          <p>
            <b>
              <UserText>{tracked.subject}</UserText>
            </b>
          </p>
          <ServiceLine service={tracked.service} />
          <UserParagraphs text={tracked.message} />
        </Quote>
        {attachments.length > 0 ? (
          <>
            <h3>{t('receipt.sentFiles')}</h3>
            <ul className="dots">
              {attachments.map((file) => (
                <li key={file}>
                  <UserText>{file}</UserText>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <p className="muted">{t.rich('receipt.forgotten', linkTo(trackHref))}</p>
      </section>
    </Split>
  )
}
