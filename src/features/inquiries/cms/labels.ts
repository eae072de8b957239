import type { Status } from '../domain/projection'
import type { EventType } from '../domain/timeline'
import type { Channel, ConsentForm, Kind, ReplyChannel } from '../schema'

// A type, not an interface: Payload wants labels with an index signature.
type Label = { ar: string; en: string }

export const kindLabels: Record<Kind, Label> = {
  question: { ar: 'سؤال', en: 'Question' },
  guidance: { ar: 'طلب إرشاد', en: 'Guidance' },
  suggestion: { ar: 'اقتراح', en: 'Suggestion' },
  complaint: { ar: 'شكوى', en: 'Complaint' },
}

export const channelLabels: Record<Channel, Label> = {
  interview: { ar: 'المقابلة', en: 'In person' },
  telephone: { ar: 'الاتصالات الهاتفية', en: 'Telephone' },
  'social-media': { ar: 'وسائل التواصل الاجتماعي', en: 'Social media' },
  letter: { ar: 'الخطابات والمراسلات الرسمية', en: 'Official letters' },
  website: { ar: 'الموقع الإلكتروني', en: 'Website' },
}

export const replyChannelLabels: Record<ReplyChannel, Label> = {
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  phone: { ar: 'الاتصال', en: 'Telephone' },
  tracking: { ar: 'صفحة المتابعة', en: 'Tracking page' },
}

export const consentFormLabels: Record<ConsentForm, Label> = {
  'on-form': { ar: 'في نموذج الموقع', en: 'On the site’s form' },
  spoken: { ar: 'شفهيًا، لمن سجّل الطلب', en: 'Spoken, to whoever recorded it' },
  written: { ar: 'كتابةً، عبر قناة الوصول', en: 'In writing, by the channel it came by' },
}

export const statusLabels: Record<Status, Label> = {
  new: { ar: 'جديد', en: 'New' },
  open: { ar: 'قيد العمل', en: 'Open' },
  waiting: { ar: 'بانتظار صاحب الطلب', en: 'Waiting for the person' },
  answered: { ar: 'تمت الإجابة', en: 'Answered' },
  closed: { ar: 'مغلق', en: 'Closed' },
}

export const eventLabels: Record<EventType, Label> = {
  received: { ar: 'وصل', en: 'Received' },
  acknowledged: { ar: 'أُشعر صاحب الطلب بوصوله', en: 'Acknowledged' },
  assigned: { ar: 'أُسند', en: 'Assigned' },
  referred: { ar: 'أُحيل', en: 'Referred' },
  noted: { ar: 'ملاحظة داخلية', en: 'Internal note' },
  asked: { ar: 'سؤال لصاحب الطلب', en: 'Asked the person' },
  added: { ar: 'إضافة من صاحب الطلب', en: 'The person added' },
  answered: { ar: 'إجابة', en: 'Answered' },
  closed: { ar: 'أُغلق', en: 'Closed' },
  reopened: { ar: 'أُعيد فتحه', en: 'Reopened' },
  released: { ar: 'عاد دون مسؤول', en: 'Unassigned again' },
  undelivered: { ar: 'لم يصل البريد', en: 'Mail not delivered' },
}

/** Options of a select field in the order of the list that the code knows. */
export const optionsOf = <Value extends string>(values: readonly Value[], labels: Record<Value, Label>) =>
  values.map((value) => ({ value, label: labels[value] }))
