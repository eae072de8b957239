import type { LocalizedText } from '@/platform/localize'

/**
 * Messages and HTTP status of database errors. Separate from the errors, because the entry also answers before the
 * CMS is loaded.
 */
export const databaseErrors = {
  busy: {
    status: 503,
    words: {
      ar: 'قاعدة البيانات مشغولة الآن، ولم يُحفظ شيء. يُرجى تكرار المحاولة بعد لحظات.',
      en: 'The database is busy at the moment, so nothing was saved. Please try again in a moment.',
    },
  },
  away: {
    status: 503,
    words: {
      ar: 'لا يمكن الوصول إلى قاعدة البيانات الآن، ولم يُحفظ شيء. المكتوب باقٍ في مكانه؛ يُرجى تكرار المحاولة بعد لحظات.',
      en: 'The database can’t be reached at the moment, so nothing was saved. Everything typed is still in place; please try again in a moment.',
    },
  },
  full: {
    status: 503,
    words: {
      ar: 'امتلأت مساحة التخزين، ولم يُحفظ شيء. يُرجى إبلاغ مدير النظام.',
      en: 'The disk is full, so nothing was saved. Please tell the administrator.',
    },
  },
  readOnly: {
    status: 503,
    words: {
      ar: 'لا يمكن الكتابة في قاعدة البيانات الآن، ولم يُحفظ شيء. يُرجى إبلاغ مدير النظام.',
      en: 'The database can’t be written to at the moment, so nothing was saved. Please tell the administrator.',
    },
  },
  interrupted: {
    status: 503,
    words: {
      ar: 'لم يكتمل الحفظ فأُلغي كله، ولم يُحفظ شيء. يُرجى تكرار المحاولة.',
      en: 'The save could not be completed, so nothing of it was saved. Please try again.',
    },
  },
  unsure: {
    status: 503,
    words: {
      ar: 'انقطع الاتصال بقاعدة البيانات أثناء الحفظ، ولا يُعرف هل تم. المكتوب باقٍ في مكانه؛ يُرجى التحقق في نافذة أخرى قبل تكرار الحفظ.',
      en: 'The connection to the database broke during the save, so it may or may not have been saved. Everything typed is still in place; please look in another tab before saving again.',
    },
  },
  conflict: {
    status: 409,
    words: {
      ar: 'حُفظ تغيير آخر في اللحظة نفسها، ولم يُحفظ هذا. المكتوب باقٍ في مكانه؛ يُرجى تكرار الحفظ.',
      en: 'Another change was saved at the same moment, so this one was not. Everything typed is still in place; please save again.',
    },
  },
  tooMuch: {
    status: 400,
    words: {
      ar: 'في الطلب أكثر مما يُحفظ أو يُبحث عنه دفعة واحدة.',
      en: 'The request holds, or asks for, more than is handled at once.',
    },
  },
  unstorable: {
    status: 400,
    words: {
      ar: 'في الطلب قيمة لا يمكن حفظها.',
      en: 'The request holds a value that can’t be stored.',
    },
  },
} as const satisfies Record<string, { status: number; words: LocalizedText }>
