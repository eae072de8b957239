import type { Translator } from '@/i18n/translator'
import { telephoneHref } from '@/platform/telephone-href'
import type { CaseDetail } from '../server/desk/read-case'
import { workId } from './case-form-state'

/** How the person is reached where mail doesn't. */

interface Props {
  detail: CaseDetail
  t: Translator<'desk'>
}

/** Our mail was refused for good, and the person has not been told another way yet. */
export function NotReached({ detail: { phone, steps }, isCodeAsked, t }: Props & { isCodeAsked: boolean }) {
  const reason = isCodeAsked ? 'code' : phone ? 'call' : 'wait'
  return (
    <div className="desk-note desk-note-warn" role="status">
      <p>{t(`case.undelivered.${reason}`)}</p>
      <p className="desk-actions">
        {phone ? <Call phone={phone} t={t} /> : null}
        {steps.includes('told') ? <a href={`#${workId}`}>{t('case.undelivered.record')}</a> : null}
      </p>
    </div>
  )
}

/** Whether an answer would reach the person by the tracking page alone. */
export const isWithoutMail = ({ email, isUndelivered, steps }: CaseDetail): boolean =>
  !email && !isUndelivered && steps.includes('answered')

/** Said before the answer is written. */
export function NoMail({ detail: { phone }, t }: Props) {
  return (
    <div className="desk-note">
      <p>{t(phone ? 'case.noMail.call' : 'case.noMail.wait')}</p>
      {phone ? (
        <p className="desk-actions">
          <Call phone={phone} t={t} />
        </p>
      ) : null}
    </div>
  )
}

function Call({ phone, t }: { phone: string; t: Translator<'desk'> }) {
  return (
    <a className="desk-button" href={telephoneHref(phone)}>
      {t('case.call')} <bdi dir="ltr">{phone}</bdi>
    </a>
  )
}
