import type { ReactNode } from 'react'
import type { Translator } from '@/i18n/translator'
import { readableEmail } from '@/platform/email-address'
import { telephoneHref } from '@/platform/telephone-href'
import { channelLabels } from '@/shared/vocabulary/channels'
import { consentFormLabels, replyChannelLabels } from '../cms/labels'
import type { CaseDetail } from '../server/desk/read-case'
import { Moment } from './case-badges'
import { nameOf, type Shown } from './case-shown'
import { DueExplained } from './due-explained'

/** The person, what the case is about, and when it is due. */
export function Facts({ detail, shown }: { detail: CaseDetail; shown: Shown }) {
  const { locale, now, t } = shown
  return (
    <dl className="desk-facts">
      <Fact term={t('case.fact.person')}>
        {detail.name ? <bdi>{detail.name}</bdi> : t(detail.isAnonymous ? 'case.anonymous' : 'inbox.noName')}
      </Fact>
      {detail.phone ? (
        <Fact term={t('case.fact.phone')}>
          <a href={telephoneHref(detail.phone)}>
            <bdi dir="ltr">{detail.phone}</bdi>
          </a>
        </Fact>
      ) : null}
      {detail.email ? (
        <Fact term={t('case.fact.email')}>
          <bdi dir="ltr">{readableEmail(detail.email)}</bdi>
        </Fact>
      ) : null}
      {detail.furtherFields.map(({ label, text }) => (
        <Fact key={label.en} term={label[locale]}>
          <bdi>{text}</bdi>
        </Fact>
      ))}
      <Fact term={t('case.fact.replyChannel')}>{replyChannelLabels[detail.replyChannel][locale]}</Fact>
      <Fact term={t('case.fact.locale')}>{t(`case.locale.${detail.locale}`)}</Fact>
      <Fact term={t('case.fact.kind')}>{detail.kind[locale]}</Fact>
      {detail.service ? (
        <Fact term={t('case.fact.service')}>
          <bdi>{detail.service}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('case.fact.channel')}>{channelLabels[detail.channel][locale]}</Fact>
      <Fact term={t('case.fact.received')}>
        <Moment at={detail.receivedAt} locale={locale} now={now} />
      </Fact>
      {detail.recordedBy ? (
        <Fact term={t('case.fact.recordedBy')}>
          <bdi>{nameOf(detail.recordedBy, t)}</bdi>
        </Fact>
      ) : null}
      <Fact term={t('case.fact.consent')}>{consentFormLabels[detail.consentForm][locale]}</Fact>
      {detail.dueAt ? (
        <Fact term={t('case.fact.due')}>
          <Moment at={detail.dueAt} locale={locale} now={now} />
          {detail.due ? <DueExplained due={detail.due} shown={shown} /> : null}
        </Fact>
      ) : null}
      {detail.escalations.length > 0 ? (
        <Fact term={t('case.fact.escalation')}>
          {detail.escalations.map(({ kind, to, at }) => (
            <p key={`${kind}:${to.id}:${at.getTime()}`}>
              {t.rich(`case.escalation.${kind}`, {
                name: () => <bdi>{nameOf(to, t)}</bdi>,
                at: () => <Moment at={at} locale={locale} now={now} />,
              })}
            </p>
          ))}
        </Fact>
      ) : null}
    </dl>
  )
}

/** What a keyboard does here beside what it does everywhere. */
export function Keys({ t }: { t: Translator<'desk'> }) {
  return (
    <details className="desk-keys">
      <summary>{t('case.keys.title')}</summary>
      <dl>
        <Fact term={t('case.keys.send')}>
          <kbd dir="ltr">Ctrl + Enter</kbd>
        </Fact>
        <Fact term={t('case.keys.choose')}>
          <kbd dir="ltr">← →</kbd>
        </Fact>
        <Fact term={t('case.keys.next')}>
          <kbd dir="ltr">Tab</kbd>
        </Fact>
      </dl>
    </details>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
