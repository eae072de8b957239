import type { Payload } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { policySeed } from './policy-texts'
import { type Seeding, seedWhole } from './seeding'
import { type ServiceSeed, servicesSeed, type Words } from './service-texts'

/** The services that the policy offers. Each that is already there stays as it is. */
export async function seedServices(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'policies',
    where: { slug: { equals: policySeed.slug } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...asSystem('seed'),
  })
  const policy = docs[0]?.id
  if (!policy) throw new Error('The services rest on the policy: seed the policies first.')
  for (const service of servicesSeed) await seedService(payload, service, policy)
}

/**
 * Publishes one service, unless it is there already.
 * @param policy id of the policy whose clauses it rests on; null when it names none
 */
export const seedService = (payload: Payload, service: ServiceSeed, policy: string | null): Promise<void> =>
  seedWhole(payload, (seeding) => publishService(seeding, service, policy))

async function publishService(
  { payload, system }: Seeding,
  service: ServiceSeed,
  policy: string | null,
): Promise<void> {
  const { docs } = await payload.find({
    collection: 'services',
    where: { slug: { equals: service.slug } },
    limit: 1,
    depth: 0,
    pagination: false,
    ...system(),
  })
  const known = docs[0]
  if (known?._status === 'published') return
  // A seeding that was killed between its two writes left a draft.
  if (known) await payload.delete({ collection: 'services', id: known.id, ...system() })
  const { slug, order, audiences, clauses, channels } = service
  const rows = await payload.create({
    collection: 'services',
    locale: 'ar',
    draft: true,
    data: {
      slug,
      order,
      audiences,
      title: service.title.ar,
      need: service.need.ar,
      summary: service.summary.ar,
      keywords: service.keywords?.ar,
      eligibility: service.eligibility.map(({ ar }) => ({ text: ar })),
      documents: (service.documents ?? []).map(({ ar }) => ({ text: ar })),
      fee: service.fee?.ar,
      promisedWorkingDays: service.promisedWorkingDays,
      steps: service.steps.map(({ title, detail }) => ({ title: title.ar, detail: detail.ar })),
      channels: channels.map((channel) => ({ channel })),
      clauses: policy ? clauses.map((anchor) => ({ policy, anchor })) : [],
      action: { kind: service.action.kind, label: service.action.label.ar },
    },
    ...system(),
  })
  await payload.update({
    collection: 'services',
    id: rows.id,
    locale: 'en',
    data: {
      title: service.title.en,
      need: service.need.en,
      summary: service.summary.en,
      keywords: service.keywords?.en,
      eligibility: (rows.eligibility ?? []).map((row, i) => ({ ...row, text: service.eligibility[i]?.en ?? row.text })),
      documents: (rows.documents ?? []).map((row, i) => ({ ...row, text: service.documents?.[i]?.en ?? row.text })),
      fee: service.fee?.en,
      steps: (rows.steps ?? []).map((row, i) => ({
        ...row,
        title: service.steps[i]?.title.en ?? row.title,
        detail: service.steps[i]?.detail.en ?? null,
      })),
      action: { kind: service.action.kind, label: service.action.label.en },
      _status: 'published',
    },
    ...system(),
  })
}

/**
 * Gives the services of an older database the words they are looked for by. Words that an editor
 * wrote stay, and so does a service whose newest form is an unpublished draft: saving it here would
 * publish that draft.
 */
export async function addServiceKeywords(payload: Payload): Promise<void> {
  for (const { slug, keywords } of servicesSeed) {
    if (!keywords) continue
    const find = async (draft: boolean) => {
      const { docs } = await payload.find({
        collection: 'services',
        where: { slug: { equals: slug } },
        locale: 'all',
        draft,
        limit: 1,
        depth: 0,
        pagination: false,
        ...asSystem('seed'),
      })
      return docs[0]
    }
    const [published, newest] = [await find(false), await find(true)]
    if (published?._status !== 'published' || newest?._status !== 'published') continue
    const said = published.keywords as unknown as Partial<Words> | null | undefined
    for (const locale of ['ar', 'en'] as const) {
      if (said?.[locale]) continue
      await payload.update({
        collection: 'services',
        id: published.id,
        locale,
        data: { keywords: keywords[locale] },
        ...asSystem('seed'),
      })
    }
  }
}
