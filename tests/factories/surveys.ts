import type { Payload } from 'payload'
import type { Survey, SurveyResponse } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'

const scale = (key: string) => ({ key, kind: 'scale' as const, hasNotApplicable: true })

/** A published survey in both languages: two scales, a choice, a text. Every call makes another one. */
export async function createSurvey(
  payload: Payload,
  given: Partial<Pick<Survey, 'slug' | 'audiences' | 'opensAt' | 'closesAt' | 'hasContact'>> = {},
): Promise<Survey> {
  const words = (language: 'ar' | 'en') => (arabic: string, english: string) => (language === 'ar' ? arabic : english)
  const questionsIn = (language: 'ar' | 'en') => {
    const say = words(language)
    const ends = { lowLabel: say('لا أوافق', 'Disagree'), highLabel: say('أوافق', 'Agree') }
    return [
      { ...scale('courtesy'), text: say('بلباقة', 'With courtesy'), ...ends },
      { ...scale('overall'), text: say('في المجمل', 'As a whole'), ...ends },
      {
        key: 'how',
        kind: 'single-choice' as const,
        text: say('كيف تواصلتم معنا؟', 'How did you reach us?'),
        options: [
          { key: 'phone', label: say('هاتف', 'Telephone') },
          { key: 'visit', label: say('زيارة', 'Visit') },
        ],
      },
      { key: 'comment', kind: 'long-text' as const, text: say('ما الذي نحسّنه؟', 'What should we do better?') },
    ]
  }
  const test = asSystem('test-setup')
  const draft = await payload.create({
    collection: 'surveys',
    draft: true,
    locale: 'ar',
    data: {
      _status: 'draft',
      slug: `survey-${randomToken(4)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '0')}`,
      round: 1,
      audiences: ['answered', 'everyone', 'service'],
      title: 'استبانة',
      introduction: 'مقدمة',
      questions: questionsIn('ar'),
      ...given,
    },
    ...test,
  })
  const rows = (draft.questions ?? []).map(({ id, options }) => ({ id, options }))
  return await payload.update({
    collection: 'surveys',
    id: draft.id,
    locale: 'en',
    data: {
      _status: 'published',
      title: 'A survey',
      introduction: 'An introduction',
      questions: questionsIn('en').map((question, index) => ({
        ...question,
        id: rows[index]?.id,
        options: question.options?.map((option, place) => ({ ...option, id: rows[index]?.options?.[place]?.id })),
      })),
    },
    ...test,
  })
}

/** A stored response. Every call makes another one. */
export async function createResponse(
  payload: Payload,
  survey: string,
  given: Partial<
    Pick<
      SurveyResponse,
      'answers' | 'textKeys' | 'texts' | 'contact' | 'serviceSlug' | 'channel' | 'submittedAt' | 'isInvited'
    >
  > = {},
): Promise<SurveyResponse> {
  const key = randomToken()
  return await payload.create({
    collection: 'survey-responses',
    data: {
      survey,
      answers: { overall: 4 },
      textKeys: [],
      isInvited: false,
      locale: 'ar',
      submittedAt: '2026-11-22T12:00:00.000Z',
      submissionKey: `open:${key}`,
      proof: `none:${key}`,
      ...given,
    },
    ...asSystem('test-setup'),
  })
}
