import type { Payload, PayloadRequest } from 'payload'
import type { Survey } from '@/payload-types'
import { inTransaction } from '@/platform/in-transaction'
import { asSystemWithin } from '@/platform/system-payload'

type Words = { locale: 'ar' | 'en'; row: Survey }

const questionsIn = ({ row }: Words, target?: Survey) =>
  (row.questions ?? []).map((question, index) => ({
    ...question,
    id: target?.questions?.[index]?.id ?? undefined,
    options: (question.options ?? []).map((option, place) => ({
      ...option,
      id: target?.questions?.[index]?.options?.[place]?.id ?? undefined,
    })),
  }))

async function newestRound(req: PayloadRequest, slug: string): Promise<number> {
  const { docs } = await req.payload.find({
    collection: 'surveys',
    where: { slug: { equals: slug } },
    sort: '-round',
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystemWithin(req, 'read-survey'),
  })
  return docs[0]?.round ?? 0
}

/**
 * Copies a survey in both languages as a draft of its next round. Keys stay, so that rounds can be compared; dates
 * are left empty.
 * @returns the new draft's id
 */
export const copyAsNextRound = (payload: Payload, id: string): Promise<string> =>
  inTransaction(payload, (req) => copyWithin(req, id))

async function copyWithin(req: PayloadRequest, id: string): Promise<string> {
  const { payload } = req
  const read = async (locale: 'ar' | 'en'): Promise<Words> => ({
    locale,
    row: await payload.findByID({
      collection: 'surveys',
      id,
      depth: 0,
      draft: false,
      locale,
      fallbackLocale: false,
      ...asSystemWithin(req, 'read-survey'),
    }),
  })
  const arabic = await read('ar')
  const english = await read('en')
  const { row } = arabic
  const created = await payload.create({
    collection: 'surveys',
    draft: true,
    locale: 'ar',
    data: {
      _status: 'draft',
      slug: row.slug,
      round: (await newestRound(req, row.slug)) + 1,
      title: row.title,
      introduction: row.introduction,
      audiences: row.audiences,
      hasContact: row.hasContact,
      questions: questionsIn(arabic),
    },
    depth: 0,
    ...asSystemWithin(req, 'copy-survey'),
  })
  await payload.update({
    collection: 'surveys',
    id: created.id,
    draft: true,
    locale: 'en',
    data: {
      title: english.row.title,
      introduction: english.row.introduction,
      questions: questionsIn(english, created),
    },
    depth: 0,
    ...asSystemWithin(req, 'copy-survey'),
  })
  return created.id
}
