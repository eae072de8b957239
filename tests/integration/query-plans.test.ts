import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitInquiry } from '@/features/inquiries/server/submit-inquiry'
import { eraseEvaluationsJob } from '@/features/surveys/server/erase-job'
import { readEvaluationForm } from '@/features/surveys/server/read-form'
import { getResults } from '@/features/surveys/server/results'
import { submitResponse } from '@/features/surveys/server/submit-response'
import { jobs } from '@/jobs'
import type { Inquiry, Survey, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { env } from '@/platform/env'
import { shareRateLimits } from '@/platform/rate-limit'
import { asSystem } from '@/platform/system-payload'
import { referenceFrom } from '@/shared/casework/domain/reference'
import { casesOfContact } from '@/shared/casework/server/cases-of-contact'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import { caseViews, filtersOfView, noFilters } from '@/shared/casework/server/desk/case-queries'
import { countCases, listCases } from '@/shared/casework/server/desk/list-cases'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { eraseJob } from '@/shared/casework/server/erase-job'
import { emailIndexOf } from '@/shared/casework/server/personal-fields'
import { reply } from '@/shared/casework/server/reply'
import { requestLink } from '@/shared/casework/server/request-link'
import { findByCode, getTracked } from '@/shared/casework/server/tracking'
import { newTrackingCode } from '@/shared/casework/server/tracking-codes'
import { createInquiry } from '../factories/inquiries'
import { createSurvey } from '../factories/surveys'
import { startPayload } from '../setup/payload'
import { cursorOf } from '../setup/query-plans'
import { mongoPlansOf, type Plan } from '../setup/query-plans-mongo'

/** What an association writes by hand: hundreds at most. Everything else grows with the people who come. */
const small =
  /^(globals|users|departments|pages|media|policies|editions|services|surveys|saved-replies|working-calendars|closures|payload-(migrations|kv))$|^_/

const test = asSystem('test-setup')
const now = new Date('2026-11-25T09:00:00.000Z')
let payload: Payload
let stop: () => Promise<void>
let inquiry: Inquiry
let survey: Survey
let lead: User
let officer: User

const isMongo = env().databaseKind === 'mongodb'

beforeAll(async () => {
  if (!isMongo) return
  ;({ payload, stop } = await startPayload())
  const person = (name: string, role: User['roles'][number]) =>
    payload.create({
      collection: 'users',
      data: { name, email: `${role}@example.test`, password: 'a long enough password 1', roles: [role] },
      ...test,
    })
  officer = await person('نورة', 'case-officer')
  lead = await person('ريم', 'department-lead')
  inquiry = await createInquiry(payload, { mailState: 'due' })
  survey = await createSurvey(payload, { opensAt: '2026-01-01T00:00:00.000Z' })
  shareRateLimits(async () => payload)
})
afterAll(() => stop?.())

const scansOf = (plans: readonly Plan[]) =>
  plans.filter(({ collection, index }) => index === null && !small.test(collection)).map(({ question }) => question)
const sortedInMemory = (plans: readonly Plan[]) =>
  plans
    .filter(({ collection, isSortedInMemory }) => isSortedInMemory && !small.test(collection))
    .map(({ question }) => question)

describe.runIf(isMongo)('a million inquiries on a MongoDB server', () => {
  it.each(caseViews)('are neither read through nor sorted for the view %s', async (view) => {
    const filters = { status: 'closed', kind: 'complaint', channel: 'letter' } as const
    for (const user of [officer, lead]) {
      const after = cursorOf(view, user, now, inquiry.id)
      /** The plans of a list that is asked for with these words among its values. */
      const list = async (more: object, values: readonly string[] = []) => {
        const plans = await mongoPlansOf(payload, () => listCases({ payload, user, now, view, ...more }))
        const asked = plans.map(({ question }) => question).join()
        expect(values.filter((value) => asked.includes(value))).toEqual(values)
        expect(plans.length).toBeGreaterThan(0)
        return plans
      }
      const plans = [
        ...(await list({})),
        ...(await list({ after }, [inquiry.id])),
        ...(await list({ before: after }, [inquiry.id])),
      ]
      for (const name of filtersOfView(view)) {
        plans.push(...(await list({ filters: { ...noFilters, [name]: filters[name] } }, [filters[name]])))
      }
      expect(scansOf(plans)).toEqual([])
      expect(sortedInMemory(plans)).toEqual([])
    }
  })

  it('are not read through for the counts beside the views', async () => {
    for (const user of [officer, lead]) {
      const plans = await mongoPlansOf(payload, () => countCases(payload, user, now))
      expect(plans.length).toBeGreaterThan(4)
      expect(scansOf(plans)).toEqual([])
    }
  })

  it.each([...jobs, eraseJob(async () => 12), eraseEvaluationsJob(async () => 12)].map((job) => [job.name, job]))(
    'are neither read through nor sorted by the round of %s',
    async (_, job) => {
      const plans = await mongoPlansOf(payload, () => job.run(payload, now))
      expect(scansOf(plans)).toEqual([])
      // Mails are taken in the order in which they are due, of which equal ones need no order.
      // The events of one case, the cases of one person, and what is found by its key are few, and found by an index.
      const isOfOne = ({ question }: Plan) =>
        /"(inquiry|emailIndex|phoneIndex|key)":\{"\$eq"|"_id":\{"\$in"/.test(question)
      const others = plans.filter((plan) => plan.collection !== 'system-records' && !isOfOne(plan))
      expect(sortedInMemory(others)).toEqual([])
    },
  )
})

describe.runIf(isMongo)('on a MongoDB server no row that people make is looked for among all the others', () => {
  const work = () => ({
    payload,
    clock: () => now,
    user: officer,
    caseId: inquiry.id,
    seq: 0,
    submissionKey: randomToken(),
  })

  it.each<[what: string, ask: () => Promise<unknown>]>([
    [
      'by a submission',
      () =>
        submitInquiry({
          payload,
          clock: () => new Date(),
          posted: {
            values: {
              kind: 'question',
              service: '',
              subject: 'سؤال',
              message: 'متى تبدأ الدورة القادمة؟',
              isAnonymous: false,
              name: 'هند القحطاني',
              phone: '0501234567',
              email: 'hind@example.org',
              replyChannel: 'email',
              replyLocale: 'ar',
              consent: true,
            },
            submissionKey: randomToken(),
            files: [],
            removed: [],
            proof: '',
            honeypot: '',
          },
          clientAddress: '192.0.2.1',
          consentVersion: '2026-11',
          targetDaysOf: () => 3,
          serviceIdOf: () => null,
        }),
    ],
    [
      'by reference and code',
      () =>
        findByCode({
          payload,
          typed: { reference: referenceFrom('20220105'), code: newTrackingCode(randomToken()) },
          clientAddress: '192.0.2.1',
        }),
    ],
    ['by a contact', () => casesOfContact(payload, { kind: 'email', index: emailIndexOf('hind@example.org') })],
    [
      'by a request for a new link',
      () =>
        requestLink({
          payload,
          clock: () => now,
          typed: { contact: 'hind@example.org', reference: '' },
          locale: 'ar',
          honeypot: '',
          clientAddress: '192.0.2.1',
        }),
    ],
    ['by the page that follows a case', () => getTracked(payload, inquiry.submissionKey, 'ar')],
    ['by a step', () => addMessage(work(), { type: 'noted', text: 'ملاحظة' })],
    ['by the case page', () => readCase({ payload, user: officer, id: inquiry.id, locale: 'ar', now })],
    [
      'by a reply',
      () =>
        reply({
          payload,
          clock: () => now,
          caseKey: inquiry.submissionKey,
          replyKey: randomToken(),
          text: 'شكرًا',
          files: [],
          removed: [],
          honeypot: '',
          clientAddress: '192.0.2.1',
        }),
    ],
    [
      'by an evaluation',
      () => {
        const data = new FormData()
        const fields = { locale: 'ar', survey: survey.id, service: '', token: '', submissionKey: randomToken() }
        for (const [name, value] of Object.entries({ ...fields, 'answer.overall': '5' })) data.set(name, value)
        return submitResponse({
          payload,
          clock: () => now,
          posted: readEvaluationForm(data),
          locale: 'ar',
          clientAddress: '192.0.2.1',
          isService: async () => false,
        })
      },
    ],
    [
      "by a survey's results",
      () => getResults(payload, { survey: survey.id, user: { ...officer, roles: ['administrator'] }, locale: 'ar' }),
    ],
  ])('%s', async (_, ask) => {
    const plans = await mongoPlansOf(payload, ask)
    expect(plans.some(({ collection }) => !small.test(collection))).toBe(true)
    expect(scansOf(plans)).toEqual([])
  })
})
