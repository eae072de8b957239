import { useLocale, useTranslations } from 'next-intl'
import type { FileView, PolicyView } from '@/features/policies/domain/policy-view'
import { listFormat } from '@/i18n/list'
import { href } from '@/i18n/navigation'
import { otherLocale } from '@/i18n/routing'
import type { Audience } from '@/shared/vocabulary/audiences'
import { Status } from '@/ui/case'
import { DateBoth } from '@/ui/date'
import { Note } from '@/ui/page'
import { Latin, Num } from '@/ui/text'
import { ApprovalBlock } from './approval-block'
import { ClauseLink } from './clause-link'
import { EditionTimeline } from './edition-timeline'
import { Errata } from './errata'
import { PolicySections, SectionHeading } from './policy-sections'
import { numberedReadings } from './uncertain-readings'
import { languageOf, WordedText } from './worded-text'

/** The page of a policy: summary, clauses, approval and corrections. */
export function PolicyArticle({ policy, address }: { policy: PolicyView; address: string }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  const { edition } = policy
  const doubts = numberedReadings(edition.sections, locale)
  return (
    <>
      <PolicyHead policy={policy} address={address} />
      <div className="policy">
        <Brief policy={policy} />
        <Contents policy={policy} hasErrata={edition.errata.length > 0 || doubts.length > 0} />
        <article className="policy-text" aria-label={t('text')}>
          <PolicySections sections={edition.sections} doubts={doubts} />
          <ApprovalBlock edition={edition} editionCount={policy.editions.length} />
          <Errata errata={edition.errata} doubts={doubts} />
          <EditionTimeline editions={policy.editions} />
          <nav className="to-contents" aria-label={t('backToContents')}>
            <a href="#contents">
              <span>{t('contents')}</span> <span aria-hidden="true">↑</span>
            </a>
          </nav>
        </article>
      </div>
    </>
  )
}

function PolicyHead({ policy, address }: { policy: PolicyView; address: string }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  const { edition } = policy
  const other = otherLocale(locale)
  const audiences = listFormat(locale).format(policy.audiences.map((audience) => t(`audience.${audience as Audience}`)))
  const date = () => <DateBoth date={edition.effectiveFrom} locale={locale} />
  return (
    <header className="policy-head">
      <div className="stack">
        <h1>
          <WordedText worded={policy.title} locale={locale} />
        </h1>
        {edition.state === 'upcoming' ? (
          <Status tone="wait">{t.rich('upcomingFrom', { date })}</Status>
        ) : (
          <Status tone="done">{t.rich('inForceSince', { date })}</Status>
        )}
        <p className="muted">
          {t.rich('editionAndApproval', {
            number: () => <Num>{edition.number}</Num>,
            link: (text) => <a href="#board">{text}</a>,
          })}{' '}
          {t('concerns', { audiences })}
        </p>
        {locale === 'ar' ? null : <TranslationNote policy={policy} />}
        <p className="print-source">{t.rich('printedFrom', { address: () => <Latin>{address}</Latin> })}</p>
      </div>
      <ul className="policy-actions">
        {edition.attachedFile ? (
          <li>
            <FileLink file={edition.attachedFile} label={t('files.attached')} />
          </li>
        ) : null}
        {edition.sourceText ? (
          <li>
            <FileLink file={edition.sourceText} label={t('files.source')} />
          </li>
        ) : null}
        <li>
          <a href={href(other, `/policies/${policy.slug}`)} hrefLang={other}>
            {t('translation.other')}
          </a>
        </li>
      </ul>
    </header>
  )
}

/** On the translated page: the notice that the Arabic text is authoritative. */
function TranslationNote({ policy }: { policy: PolicyView }) {
  const t = useTranslations('policies.translation')
  const { edition } = policy
  return (
    <Note>
      <p>
        <b>{t('title')}.</b> {edition.translationNote ?? t('note')}{' '}
        <a href={href('ar', `/policies/${policy.slug}`)} hrefLang="ar">
          {t('link')}
        </a>
      </p>
      {edition.isTranslationOutdated ? <Status tone="warn">{t('outdated')}</Status> : null}
    </Note>
  )
}

function FileLink({ file, label }: { file: FileView; label: string }) {
  const t = useTranslations('policies.files')
  return (
    <a href={file.url} download={file.fileName}>
      {label}{' '}
      <span className="muted">
        (
        {t.rich('size', {
          kind: () => (file.kind === 'TXT' ? t('plainText') : <Latin>{file.kind}</Latin>),
          kilobytes: () => <Num>{Math.max(1, Math.round(file.bytes / 1024))}</Num>,
        })}
        )
      </span>
    </a>
  )
}

function Brief({ policy }: { policy: PolicyView }) {
  const t = useTranslations('policies.brief')
  const locale = useLocale()
  if (policy.brief.length === 0) return null
  return (
    <section className="brief" aria-labelledby="brief-h">
      <h2 id="brief-h">{t('title')}</h2>
      <ul className="dots">
        {policy.brief.map(({ sentence, anchor, number }) => (
          <li key={anchor} {...languageOf(sentence, locale)}>
            {sentence.text} <ClauseLink anchor={anchor} number={number} />
          </li>
        ))}
      </ul>
      <p className="small muted">{t('note')}</p>
    </section>
  )
}

function Contents({ policy, hasErrata }: { policy: PolicyView; hasErrata: boolean }) {
  const t = useTranslations('policies')
  return (
    <nav className="toc" id="contents" aria-labelledby="toc-h">
      <h2 id="toc-h">{t('contents')}</h2>
      <ol>
        {policy.edition.sections.map((section) => (
          <li key={section.anchor}>
            <a href={`#${section.anchor}`}>
              <bdi className="sec-no">{section.number}</bdi>{' '}
              <span>
                <SectionHeading section={section} isListed />
              </span>
            </a>
          </li>
        ))}
        {hasErrata ? (
          <li>
            <a href="#errata">
              <span /> <span>{t('errata.title')}</span>
            </a>
          </li>
        ) : null}
        <li>
          <a href="#editions">
            <span /> <span>{t('editions.title')}</span>
          </a>
        </li>
      </ol>
    </nav>
  )
}
