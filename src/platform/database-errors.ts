import { type AfterErrorHook, APIError } from 'payload'
import { type BothLanguages, say } from '@/platform/cms/say'

/**
 * What can keep a database from doing what it is asked, in words: the one place where failures of
 * either database become answers. Broken constraints of a document are answered beside their field
 * (`broken-constraints.ts`).
 */
const faults = {
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
      ar: 'لا يمكن الوصول إلى قاعدة البيانات الآن، ولم يُحفظ شيء. يُرجى تكرار المحاولة بعد لحظات.',
      en: 'The database can’t be reached at the moment, so nothing was saved. Please try again in a moment.',
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
  conflict: {
    status: 409,
    words: {
      ar: 'حُفظ تغيير آخر في اللحظة نفسها، ولم يُحفظ هذا. يُرجى تكرار الحفظ.',
      en: 'Another change was saved at the same moment, so this one was not. Please save again.',
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
} as const satisfies Record<string, { status: number; words: BothLanguages }>

export type DatabaseFaultCode = keyof typeof faults

/** The database can't do it, now or ever; nothing of it was done. */
export class DatabaseFault extends APIError {
  constructor(
    readonly fault: DatabaseFaultCode,
    options: { cause?: unknown } = {},
  ) {
    super(faults[fault].words.en, faults[fault].status, null, true)
    // Payload logs by name (`loggingLevels`): what a request brings on itself is one line, no stack.
    this.name = this.status < 500 ? 'QueryError' : 'DatabaseFault'
    this.cause = options.cause
  }
}

/** The error and everything that it was made from, outermost first. */
export function* causesOf(error: unknown): Generator<Error & { code?: unknown }> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause
}

/** By SQLite's result code (https://www.sqlite.org/rescode.html); longer codes are kinds of these. */
const faultsOfSqlite: readonly [prefix: string, fault: DatabaseFaultCode][] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_CANTOPEN', 'away'],
  ['SQLITE_IOERR', 'away'],
  ['SQLITE_TOOBIG', 'tooMuch'],
]

/** Limits that a request can pass, and for which SQLite has no code of their own. */
const beyondLimits =
  /too many (SQL variables|terms|columns)|parser stack overflow|Expression tree is too large|pattern too complex|at most \d+ tables/

/** What of a failure is the database's state or the request's size, or null when it is something else. */
export function faultOf(error: unknown): DatabaseFault | null {
  for (const cause of causesOf(error)) {
    if (cause instanceof DatabaseFault) return cause
    const code = String(cause.code ?? '')
    const known = faultsOfSqlite.find(([prefix]) => code.startsWith(prefix))
    if (known) return new DatabaseFault(known[1], { cause: error })
    if (code === 'SQLITE_ERROR' && beyondLimits.test(cause.message))
      return new DatabaseFault('tooMuch', { cause: error })
  }
  return null
}

/** Answers a request in its reader's language, whatever layer the failure came through. */
export const answerDatabaseFault: AfterErrorHook = ({ error, req }) => {
  const found = faultOf(error)
  if (!found) return
  const { status, words } = faults[found.fault]
  return { status, response: { errors: [{ name: found.name, message: say(req, words) }] } }
}
