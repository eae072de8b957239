import { Banner } from '@payloadcms/ui/elements/Banner'
import type { UIFieldServerProps } from 'payload'
import type { Service } from '@/payload-types'

type Facts = Partial<
  Pick<Service, 'documents' | 'channels' | 'fee' | 'promisedWorkingDays' | 'verifiedOn' | 'department'>
>

/** The facts that a service card carries and only the association can give. */
const facts: readonly { isMissing(service: Facts): boolean; ar: string; en: string }[] = [
  { isMissing: ({ documents }) => !documents?.length, ar: 'الأوراق المطلوبة', en: 'required documents' },
  {
    isMissing: ({ channels }) => !channels?.length || channels.some(({ hours }) => !hours),
    ar: 'أوقات القنوات',
    en: 'hours of the channels',
  },
  { isMissing: ({ fee }) => !fee, ar: 'الرسوم', en: 'fee' },
  { isMissing: ({ promisedWorkingDays }) => !promisedWorkingDays, ar: 'المدة الموعودة', en: 'promised duration' },
  { isMissing: ({ department }) => !department, ar: 'القسم المسؤول', en: 'owner department' },
  { isMissing: ({ verifiedOn }) => !verifiedOn, ar: 'تاريخ المراجعة', en: 'date of the last check' },
]

/** What the site does not show yet because nobody has entered it. */
export function StillToFill({ data, i18n }: UIFieldServerProps) {
  const missing = facts.filter(({ isMissing }) => isMissing((data ?? {}) as Facts))
  if (missing.length === 0) return null
  const isEnglish = i18n.language === 'en'
  return (
    <Banner type="info">
      {isEnglish
        ? `Not shown on the site until entered: ${missing.map(({ en }) => en).join(', ')}.`
        : `لا يظهر في الموقع حتى يُدخَل: ${missing.map(({ ar }) => ar).join('، ')}.`}
    </Banner>
  )
}
