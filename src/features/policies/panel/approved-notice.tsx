import { Banner } from '@payloadcms/ui/elements/Banner'
import type { UIFieldServerProps } from 'payload'

const notice = {
  ar: 'هذا الإصدار معتمد من مجلس الإدارة، فلا يُعدَّل ولا يُحذف. لتعديل السياسة يُنسخ الإصدار من القائمة أعلاه، فيصبح إصدارًا جديدًا يُعتمد بقرار جديد.',
  en: 'This edition was approved by the board of directors, so it can’t be changed or deleted. To amend the policy, duplicate it from the menu above: that starts a new edition, approved by a new decision.',
}

/** Why an approved edition's form can't be edited, and what to do instead. */
export function ApprovedNotice({ data, i18n }: UIFieldServerProps) {
  if (data?._status !== 'published') return null
  return <Banner type="info">{i18n.language === 'en' ? notice.en : notice.ar}</Banner>
}
