import { isolateObjectProperty, type PayloadRequest } from 'payload'

/**
 * The only place that skips access control. Every call says why, so that an auditor can find
 * each of them: `payload.create({ collection, data, ...asSystem('submit-inquiry') })`.
 * Hooks read the reason from `req.context.systemReason`.
 */
export const systemReasons = [
  'seed',
  'seed-examples',
  'migrate',
  'first-administrator',
  'sign-in',
  'security-log',
  'read-public-content',
  'keep-rules',
  'submit-inquiry',
  'track-inquiry',
  'work-inquiry',
  'book-appointment',
  'work-appointments',
  'read-survey',
  'copy-survey',
  'answer-survey',
  'read-survey-results',
  'trace-survey-response',
  'job',
  'revision',
  'note-search',
  'health',
  'rate-limit',
  'test-setup',
] as const
export type SystemReason = (typeof systemReasons)[number]

/** Writes for these reasons have rows, languages or versions, so each operation is a transaction. */
const ofSeveralStatements: readonly SystemReason[] = ['seed', 'seed-examples', 'copy-survey', 'first-administrator']

/**
 * Everything else is one statement or handles interruption itself; a transaction would only add waiting and, on
 * MongoDB, conflicts.
 */
export function asSystem(reason: SystemReason) {
  return {
    overrideAccess: true,
    disableTransaction: !ofSeveralStatements.includes(reason),
    context: { systemReason: reason },
  } as const
}

/**
 * The same within a transaction, a hook's or one of `inTransaction`, with its own context and locale. Otherwise a
 * nested operation would change the reason and language of the outer one.
 */
export function asSystemWithin(req: PayloadRequest, reason: SystemReason) {
  return { ...asSystem(reason), req: isolateObjectProperty(req, ['context', 'locale', 'fallbackLocale', 'query']) }
}

/** The reason of the current operation, if it runs as the system. */
export function systemReasonOf(req: { context?: Record<string, unknown> }): SystemReason | null {
  const reason = req.context?.systemReason
  return systemReasons.find((known) => known === reason) ?? null
}
