import { Banner } from '@payloadcms/ui/elements/Banner'
import type { UIFieldServerProps } from 'payload'
import { panelLocale } from '@/panel/panel-locale'
import { hasRole } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { surveyNextRoundPath } from '../domain/paths'
import { NextRoundButton } from './next-round-button'

const words = {
  ar: {
    frozen:
      'وصلت إجابات عن هذه الاستبانة، فأسئلتها ثابتة حتى يبقى لكل إجابة سؤالها. يمكن تغيير العنوان والمقدمة والمواعيد.',
    copy: 'نسخ إلى جولة تالية',
    copying: 'جارٍ النسخ…',
    failed: 'تعذّر النسخ. نرجو المحاولة مرة أخرى.',
  },
  en: {
    frozen:
      'This survey has answers, so its questions stay as they were asked. The title, introduction and dates can still change.',
    copy: 'Copy as next round',
    copying: 'Copying…',
    failed: 'It could not be copied. Please try again.',
  },
}

/** Says, before anybody tries, that an answered survey's questions are frozen, and offers the way on. */
export async function AnsweredNotice({ data, id, i18n, req }: UIFieldServerProps) {
  const survey = id ?? (data as { id?: string } | undefined)?.id
  if (!survey) return null
  const { totalDocs } = await req.payload.count({
    collection: 'survey-responses',
    where: { survey: { equals: survey } },
    ...asSystem('read-survey'),
  })
  if (totalDocs === 0) return null
  const { frozen, ...button } = words[panelLocale(i18n)]
  return (
    <Banner type="info">
      <p>{frozen}</p>
      {hasRole(req.user, 'administrator', 'editor') ? (
        <NextRoundButton path={surveyNextRoundPath(String(survey))} words={button} />
      ) : null}
    </Banner>
  )
}
