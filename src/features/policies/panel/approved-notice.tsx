import { Banner } from '@payloadcms/ui/elements/Banner'
import type { UIFieldServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'

/** Why an approved edition's form can't be edited, and what to do instead. */
export function ApprovedNotice({ data, i18n }: UIFieldServerProps) {
  if (data?._status !== 'published') return null
  return <Banner type="info">{translator('policies', panelLocale(i18n))('approvedNotice')}</Banner>
}
