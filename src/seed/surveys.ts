import type { Payload } from 'payload'
import { type Seeding, seedWhole } from './seeding'

const slug = 'how-we-served-you'

/** The three duties of policy clause dealing-1, each a question; the whole; and one's own words. */
const questions = [
  { key: 'courtesy', kind: 'scale', hasNotApplicable: true, clause: 'dealing-1' },
  { key: 'answered', kind: 'scale', hasNotApplicable: true, clause: 'dealing-1' },
  { key: 'time', kind: 'scale', hasNotApplicable: true, clause: 'dealing-1' },
  { key: 'overall', kind: 'scale', hasNotApplicable: false },
  { key: 'comment', kind: 'long-text' },
] as const

const words = {
  ar: {
    title: 'كيف خدمناكم؟',
    introduction: 'خمسة أسئلة قصيرة تستغرق نحو دقيقة. يمكن ترك أي سؤال منها دون إجابة.',
    agree: { lowLabel: 'لا أوافق أبدًا', highLabel: 'أوافق تمامًا' },
    satisfied: { lowLabel: 'غير مُرضية أبدًا', highLabel: 'مُرضية تمامًا' },
    texts: {
      courtesy: 'استُقبلتُ بلباقة واحترام',
      answered: 'أُجيب عن كل ما سألتُ عنه',
      time: 'أُعطيتُ الوقت الكافي',
      overall: 'كيف كانت الخدمة في مجملها؟',
      comment: 'ما الذي نحسّنه؟',
    },
    help: 'كلمة واحدة تكفي. ولا حاجة إلى ذكر أسماء أو أرقام.',
  },
  en: {
    title: 'How did we serve you?',
    introduction: 'Five short questions, about a minute. You can leave any of them out.',
    agree: { lowLabel: 'Strongly disagree', highLabel: 'Strongly agree' },
    satisfied: { lowLabel: 'Not satisfactory at all', highLabel: 'Completely satisfactory' },
    texts: {
      courtesy: 'I was received with courtesy and respect',
      answered: 'Everything I asked was answered',
      time: 'I was given enough time',
      overall: 'How was the service as a whole?',
      comment: 'What should we do better?',
    },
    help: 'One word is enough. There is no need for names or numbers.',
  },
} as const

const rowsIn = (locale: keyof typeof words) => {
  const { texts, agree, satisfied, help } = words[locale]
  return questions.map((question) => ({
    ...question,
    text: texts[question.key],
    ...(question.kind === 'scale' ? (question.key === 'overall' ? satisfied : agree) : { help }),
  }))
}

/** "How we served you": what the policy promises every beneficiary, asked. */
export const seedSurveys = (payload: Payload): Promise<void> => seedWhole(payload, seedSurvey)

async function seedSurvey({ payload, system }: Seeding): Promise<void> {
  const { docs } = await payload.find({
    collection: 'surveys',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 0,
    draft: true,
    ...system(),
  })
  // A seed that was killed between the languages left a draft, and goes on with it.
  if (docs[0]?._status === 'published') return
  const { ar, en } = words
  const draft =
    docs[0] ??
    (await payload.create({
      collection: 'surveys',
      draft: true,
      locale: 'ar',
      data: {
        _status: 'draft',
        slug,
        round: 1,
        title: ar.title,
        introduction: ar.introduction,
        audiences: ['answered', 'everyone', 'service'],
        hasContact: true,
        questions: rowsIn('ar'),
      },
      depth: 0,
      ...system(),
    }))
  const ids = new Map((draft.questions ?? []).map(({ key, id }) => [key, id]))
  await payload.update({
    collection: 'surveys',
    id: draft.id,
    locale: 'en',
    data: {
      _status: 'published',
      title: en.title,
      introduction: en.introduction,
      questions: rowsIn('en').map((row) => ({ ...row, id: ids.get(row.key) })),
    },
    depth: 0,
    ...system(),
  })
}
