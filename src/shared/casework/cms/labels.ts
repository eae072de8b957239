import type { NoticePreference } from '@/shared/casework/domain/notices'
import type { Status } from '@/shared/casework/domain/projection'
import type { EventType, Outcome } from '@/shared/casework/domain/timeline'
import type { BilingualLabel } from '@/shared/vocabulary/label'
import type { ConsentForm, ReplyChannel } from '../schema'

export const replyChannelLabels: Record<ReplyChannel, BilingualLabel> = {
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  phone: { ar: 'الاتصال', en: 'Telephone' },
  tracking: { ar: 'صفحة المتابعة', en: 'Tracking page' },
}

export const consentFormLabels: Record<ConsentForm, BilingualLabel> = {
  'on-form': { ar: 'في نموذج الموقع', en: 'On the site’s form' },
  spoken: { ar: 'شفهيًا، لمن سجّل الطلب', en: 'Spoken, to the member of staff who recorded it' },
  written: { ar: 'كتابةً، عبر قناة الوصول', en: 'In writing, by the channel it came by' },
}

export const noticePreferenceLabels: Record<NoticePreference, BilingualLabel> = {
  'at-once': { ar: 'بالبريد فور حدوثها', en: 'By mail, at once' },
  digest: {
    ar: 'بالبريد في ملخص، 8 صباحًا و1 ظهرًا من كل يوم عمل',
    en: 'By mail, in a digest at 8 am and 1 pm on working days',
  },
  off: { ar: 'في الصفحة الأولى فقط', en: 'On the first page only' },
}

export const statusLabels: Record<Status, BilingualLabel> = {
  new: { ar: 'جديد', en: 'New' },
  open: { ar: 'قيد العمل', en: 'Open' },
  waiting: { ar: 'بانتظار صاحب الطلب', en: 'Waiting for the person' },
  answered: { ar: 'تمت الإجابة', en: 'Answered' },
  closed: { ar: 'مغلق', en: 'Closed' },
}

export const outcomeLabels: Record<Outcome, BilingualLabel> = {
  noReply: { ar: 'لم يصل رد', en: 'No reply' },
}

export const eventLabels: Record<EventType, BilingualLabel> = {
  received: { ar: 'وصل', en: 'Received' },
  acknowledged: { ar: 'أُشعر صاحب الطلب بوصوله', en: 'Acknowledged' },
  assigned: { ar: 'أُسند', en: 'Assigned' },
  referred: { ar: 'أُحيل', en: 'Referred' },
  noted: { ar: 'ملاحظة داخلية', en: 'Internal note' },
  asked: { ar: 'سؤال لصاحب الطلب', en: 'Asked the person' },
  added: { ar: 'إضافة من صاحب الطلب', en: 'The person added' },
  reminded: { ar: 'تذكير بسؤالنا', en: 'Reminded of our question' },
  informed: { ar: 'إفادة بأن العمل جارٍ', en: 'Interim reply' },
  answered: { ar: 'إجابة', en: 'Answered' },
  closed: { ar: 'أُغلق', en: 'Closed' },
  reopened: { ar: 'أُعيد فتحه', en: 'Reopened' },
  released: { ar: 'عاد دون مسؤول', en: 'Unassigned again' },
  undelivered: { ar: 'لم يصل البريد', en: 'Mail not delivered' },
  restricted: { ar: 'قُيِّد الاطلاع', en: 'Restricted' },
  unrestricted: { ar: 'رُفع التقييد', en: 'No longer restricted' },
  codeRequested: { ar: 'طُلب رمز جديد، ولا بريد لدينا', en: 'Asks for a new code, without an e-mail' },
  codeReissued: { ar: 'أُصدر رمز جديد', en: 'New code issued' },
  told: { ar: 'أُبلغ صاحب الطلب بغير البريد', en: 'The person was told another way than by mail' },
}
