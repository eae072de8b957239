import type { Payload } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import { readEvaluationForm } from '@/features/surveys/server/read-form'
import { type SubmitResponseResult, submitResponse } from '@/features/surveys/server/submit-response'
import type { Survey, SurveyResponse } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { createSurvey } from '../factories/surveys'
import { startPayload } from './payload'

/** An open survey, and its forms as the site takes them. */

export let payload: Payload

let stop: () => Promise<void>

let survey: Survey
export const test = asSystem('test-setup')
export const now = new Date()

/** A form as a browser posts it. */
export function form(
  fields: Record<string, string> = {},
  answers: Record<string, string> = { overall: '5' },
): FormData {
  const data = new FormData()
  const all = { locale: 'ar', survey: survey.id, service: '', token: '', submissionKey: randomToken(), ...fields }
  for (const [name, value] of Object.entries(all)) data.set(name, value)
  for (const [key, value] of Object.entries(answers)) data.set(`answer.${key}`, value)
  return data
}

let addresses = 0

export const submit = (
  data: FormData,
  { clientAddress = `192.0.2.${++addresses}`, at = now }: { clientAddress?: string; at?: Date } = {},
): Promise<SubmitResponseResult> =>
  submitResponse({
    payload,
    clock: () => at,
    posted: readEvaluationForm(data),
    locale: 'ar',
    clientAddress,
    isService: async (slug) => slug === 'guidance',
  })

export const responses = async (): Promise<SurveyResponse[]> =>
  (await payload.find({ collection: 'survey-responses', limit: 500, pagination: false, depth: 0, ...test })).docs

export const responseOf = async (submissionKey: string) =>
  (await responses()).find((response) => response.submissionKey === submissionKey)

/** Registers it for a test file. */
export function withOpenSurvey(): void {
  beforeAll(async () => {
    ;({ payload, stop } = await startPayload())
    survey = await createSurvey(payload, {
      hasContact: true,
      opensAt: new Date(now.getTime() - 3_600_000).toISOString(),
    })
  })
  afterAll(() => stop())
}
