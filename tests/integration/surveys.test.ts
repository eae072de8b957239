import type { Payload, TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyAsNextRound } from '@/features/surveys/server/next-round'
import { closedSurvey, openSurvey, surveyById } from '@/features/surveys/server/queries'
import type { Survey, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { readRevision } from '@/platform/revision'
import { asSystem } from '@/platform/system-payload'
import { seedSurveys } from '@/seed/surveys'
import { createResponse, createSurvey } from '../factories/surveys'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'

let payload: Payload
let stop: () => Promise<void>
const test = asSystem('test-setup')

async function person(role: Role): Promise<TypedUser> {
  const user: User = await payload.create({
    collection: 'users',
    data: { name: role, email: `${role}@surveys.example`, password: 'a long password of a test', roles: [role] },
    ...test,
  })
  return { ...user, collection: 'users' }
}

let editor: TypedUser
let approver: TypedUser
let administrator: TypedUser

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  editor = await person('editor')
  approver = await person('approver')
  administrator = await person('administrator')
})
afterAll(() => stop())

const as = (user: TypedUser, language: 'ar' | 'en' = 'en') => ({
  overrideAccess: false,
  user,
  req: { i18n: { language } as never },
})
const asEditor = () => as(editor)

/** As whoever may: drafts are an editor's, what visitors see is an approver's. */
const update = (id: string, data: Partial<Survey>, { locale = 'ar' as 'ar' | 'en', draft = false } = {}) =>
  payload.update({ collection: 'surveys', id, data, locale, draft, ...as(draft ? editor : approver) })

/** The messages of a refusal, as the panel shows them. */
const refusalOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? JSON.stringify(error.data) : ''
    return `${error instanceof Error ? error.message : String(error)} ${data}`
  }
  throw new Error('it was not refused')
}

const questionsOf = async (id: string, locale: 'ar' | 'en' = 'ar', draft = false) =>
  (await payload.findByID({ collection: 'surveys', id, locale, draft, depth: 0, ...test })).questions ?? []

describe('a survey', () => {
  it('gives questions and options keys of their own, also when a row was duplicated', async () => {
    const { id } = await payload.create({
      collection: 'surveys',
      draft: true,
      locale: 'ar',
      data: {
        slug: 'keys',
        round: 1,
        audiences: ['everyone'],
        title: 'مفاتيح',
        questions: [
          { key: 'same', kind: 'short-text', text: 'أول' },
          { key: 'same', kind: 'short-text', text: 'نسخة' },
          { kind: 'single-choice', text: 'جديد', options: [{ label: 'أ' }, { label: 'ب' }] },
        ],
      },
      ...asEditor(),
    })
    const questions = await questionsOf(id, 'ar', true)
    const keys = questions.map(({ key }) => key)
    expect(keys[0]).toBe('same')
    expect(new Set(keys).size).toBe(3)
    expect(new Set(questions[2]?.options?.map(({ key }) => key)).size).toBe(2)
    expect(nonEmpty(keys).every((key) => /^[a-z][a-z0-9-]*$/.test(key ?? ''))).toBe(true)
  })

  it('is published in both languages or not at all, and says what is missing', async () => {
    const { id, questions } = await payload.create({
      collection: 'surveys',
      draft: true,
      locale: 'ar',
      data: {
        slug: 'half',
        round: 1,
        audiences: ['everyone'],
        title: 'نصف',
        introduction: 'مقدمة',
        questions: [{ kind: 'short-text', text: 'ما رأيكم؟' }],
      },
      ...asEditor(),
    })
    const publish = (locale: 'ar' | 'en', data: Partial<Survey> = {}) =>
      update(id, { _status: 'published', ...data }, { locale })
    expect(await refusalOf(publish('ar'))).toMatch(/English: the title, the introduction, question 1/)
    await publish('en', {
      title: 'Half',
      introduction: 'An introduction',
      questions: [{ id: questions?.[0]?.id, kind: 'short-text', text: 'What do you think?' }],
    })
    expect((await surveyById(payload, { id, locale: 'en' }))?.isPublished).toBe(true)
  })

  it('raises the revision, because pages show it', async () => {
    const { id } = await createSurvey(payload)
    const before = await readRevision(payload)
    await update(id, { title: 'عنوان آخر' })
    expect(await readRevision(payload)).toBeGreaterThan(before)
  })
})

describe('a survey with answers', () => {
  it('keeps its questions in both languages, and says why', async () => {
    const { id } = await createSurvey(payload)
    await createResponse(payload, id)
    for (const locale of ['ar', 'en'] as const) {
      const before = await questionsOf(id, locale)
      const changed = before.map((question, index) => (index === 0 ? { ...question, text: 'سؤال آخر' } : question))
      expect(await refusalOf(update(id, { questions: changed }, { locale }))).toMatch(/next round/)
      expect(await refusalOf(update(id, { questions: changed }, { locale, draft: true }))).toMatch(/next round/)
      expect(await refusalOf(update(id, { questions: before.slice(1) }, { locale }))).toMatch(/next round/)
      expect(await questionsOf(id, locale)).toEqual(before)
    }
    const refused = payload.update({
      collection: 'surveys',
      id,
      data: { questions: [] },
      locale: 'ar',
      ...as(approver, 'ar'),
    })
    expect(await refusalOf(refused)).toMatch(/تُنسخ جولة تالية|جولة تالية/)
    expect(await refusalOf(update(id, { slug: 'other' }))).toMatch(/slug/)
  })

  it('refuses the system too', async () => {
    const { id } = await createSurvey(payload)
    await createResponse(payload, id)
    const attempt = payload.update({ collection: 'surveys', id, data: { questions: [] }, locale: 'ar', ...test })
    expect(await refusalOf(attempt)).toMatch(/الأسئلة/)
  })

  it('can still be closed, renamed and introduced otherwise', async () => {
    const { id } = await createSurvey(payload)
    await createResponse(payload, id)
    await update(id, { title: 'عنوان أوضح', introduction: 'مقدمة أوضح', closesAt: '2027-01-01T00:00:00.000Z' })
    expect((await surveyById(payload, { id, locale: 'ar' }))?.title).toBe('عنوان أوضح')
  })

  it('does not let a draft from before the first answer be published after it', async () => {
    const { id } = await createSurvey(payload)
    const before = await questionsOf(id)
    await update(id, { questions: before.slice(1) }, { draft: true })
    await createResponse(payload, id)
    expect(await refusalOf(update(id, { _status: 'published', questions: before.slice(1) }))).toMatch(/next round/)
    expect(await questionsOf(id)).toEqual(before)
  })

  it('does not let an earlier version be restored', async () => {
    const { id } = await createSurvey(payload)
    const before = await questionsOf(id, 'en')
    await update(id, { questions: before.map((question) => ({ ...question, text: 'Other' })) }, { locale: 'en' })
    await createResponse(payload, id)
    const { docs } = await payload.findVersions({
      collection: 'surveys',
      where: { parent: { equals: id } },
      sort: 'updatedAt',
      limit: 10,
      ...test,
    })
    expect(docs.length).toBeGreaterThan(1)
    for (const { id: version } of nonEmpty(docs)) {
      const restoring = payload.restoreVersion({ collection: 'surveys', id: version, ...as(approver) })
      expect(await refusalOf(restoring)).toMatch(/next round/)
    }
    expect(nonEmpty(await questionsOf(id, 'en')).every(({ text }) => text === 'Other')).toBe(true)
  })

  it('is not deleted', async () => {
    const { id } = await createSurvey(payload)
    await createResponse(payload, id)
    expect(await refusalOf(payload.delete({ collection: 'surveys', id, ...as(administrator) }))).toMatch(/not deleted/)
    const other = await createSurvey(payload)
    await payload.delete({ collection: 'surveys', id: other.id, ...as(administrator) })
  })

  it('is copied as a draft of the next round, in both languages and with the same keys', async () => {
    const survey = await createSurvey(payload)
    await createResponse(payload, survey.id)
    const copy = await copyAsNextRound(payload, survey.id)
    for (const locale of ['ar', 'en'] as const) {
      const original = await surveyById(payload, { id: survey.id, locale })
      const next = await surveyById(payload, { id: copy, locale, draft: true })
      expect(next?.questions).toEqual(original?.questions)
      expect(next?.title).toBe(original?.title)
      expect({ round: next?.round, isPublished: next?.isPublished }).toEqual({ round: 2, isPublished: false })
    }
    const [first, ...rest] = await questionsOf(copy, 'ar', true)
    await update(copy, { questions: [{ ...first, text: 'سؤال جديد', kind: 'scale' }, ...rest] }, { draft: true })
    expect((await questionsOf(copy, 'ar', true))[0]?.text).toBe('سؤال جديد')
    expect(
      await copyAsNextRound(payload, survey.id).then((id) => surveyById(payload, { id, locale: 'ar', draft: true })),
    ).toMatchObject({ round: 3 })
  })
})

describe('a response', () => {
  it('is never rewritten or deleted, not even by the system', async () => {
    const survey = await createSurvey(payload)
    const { id } = await createResponse(payload, survey.id)
    const data = { answers: { overall: 5 } }
    await expect(payload.update({ collection: 'survey-responses', id, data, ...test })).rejects.toThrow(/never/)
    await expect(payload.delete({ collection: 'survey-responses', id, ...test })).rejects.toThrow(/never/)
  })

  it('refuses texts that are not encrypted', async () => {
    const survey = await createSurvey(payload)
    await expect(createResponse(payload, survey.id, { texts: 'نص مكشوف' })).rejects.toThrow(/النصوص/)
    await expect(createResponse(payload, survey.id, { contact: '0501234567' })).rejects.toThrow(/التواصل/)
  })
})

describe('the seeded survey', () => {
  it('asks the three duties of the policy in both languages, once however often it is seeded', async () => {
    await seedSurveys(payload)
    await seedSurveys(payload)
    const { totalDocs } = await payload.count({
      collection: 'surveys',
      where: { slug: { equals: 'how-we-served-you' } },
      ...test,
    })
    expect(totalDocs).toBe(1)
    const now = new Date(Date.now() + 1000)
    for (const locale of ['ar', 'en'] as const) {
      const survey = await openSurvey(payload, { audience: 'everyone', locale, now })
      expect(survey?.slug).toBe('how-we-served-you')
      const duties = survey?.questions.filter(({ clause }) => clause === 'dealing-1')
      expect(duties?.map(({ key }) => key)).toEqual(['courtesy', 'answered', 'time'])
      expect(nonEmpty(survey?.questions ?? []).every(({ text }) => text.length > 0)).toBe(true)
    }
  })

  it('is shown to those for whom it is meant, while it is open', async () => {
    const opensAt = '2027-05-01T00:00:00.000Z'
    const closesAt = '2027-06-01T00:00:00.000Z'
    const survey = await createSurvey(payload, { audiences: ['service'], opensAt, closesAt })
    const at = (audience: 'service' | 'everyone', now: string) =>
      openSurvey(payload, { audience, locale: 'ar', now: new Date(now) }).then((open) => open?.id === survey.id)
    expect(await at('service', '2027-05-15T00:00:00Z')).toBe(true)
    expect(await at('everyone', '2027-05-15T00:00:00Z')).toBe(false)
    expect(await at('service', '2027-04-30T00:00:00Z')).toBe(false)
    expect(await at('service', closesAt)).toBe(false)
  })

  it('is known to its page after it closed, so that what comes too late can be given back', async () => {
    const closed = (day: number) => ({ audiences: ['service' as const], closesAt: `2020-01-0${day}T00:00:00.000Z` })
    await createSurvey(payload, closed(2))
    const last = await createSurvey(payload, closed(3))
    const asked = { audience: 'service', locale: 'ar', now: new Date('2020-01-04T00:00:00Z') } as const
    expect((await closedSurvey(payload, asked))?.id).toBe(last.id)
    expect(await closedSurvey(payload, { ...asked, now: new Date('2020-01-01T00:00:00Z') })).toBeNull()
  })
})
