import type { Payload } from 'payload'
import type { Service, Survey, User } from '@/payload-types'
import { randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { department, people } from './texts'

const system = asSystem('seed-examples')

/** What examples are made with: the catalogue, the survey, a department and its staff. */
export interface World {
  payload: Payload
  services: Service[]
  survey: Survey
  department: string
  staff: User[]
}

/** Finds it, and makes the department and the staff where they are missing. */
export const exampleWorld = async (payload: Payload): Promise<World> => ({
  payload,
  services: await published(payload),
  survey: await surveyOf(payload),
  department: await departmentOf(payload),
  staff: await Promise.all(people.map((person) => staffOf(payload, person))),
})

async function published(payload: Payload): Promise<Service[]> {
  const { docs } = await payload.find({
    collection: 'services',
    where: { _status: { equals: 'published' } },
    sort: 'order',
    limit: 100,
    pagination: false,
    depth: 0,
    ...system,
  })
  return docs
}

async function surveyOf(payload: Payload): Promise<Survey> {
  const { docs } = await payload.find({
    collection: 'surveys',
    where: { slug: { equals: 'how-we-served-you' } },
    sort: '-round',
    limit: 1,
    pagination: false,
    depth: 0,
    ...system,
  })
  if (!docs[0]) throw new Error('The examples answer the seeded survey: run the seeds first.')
  return docs[0]
}

async function departmentOf(payload: Payload): Promise<string> {
  const { slug, name } = department
  const { docs } = await payload.find({
    collection: 'departments',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...system,
  })
  if (docs[0]) return docs[0].id
  const made = await payload.create({
    collection: 'departments',
    locale: 'ar',
    data: { slug, name: name.ar },
    ...system,
  })
  await payload.update({ collection: 'departments', id: made.id, locale: 'en', data: { name: name.en }, ...system })
  return made.id
}

async function staffOf(payload: Payload, { email, name, roles }: (typeof people)[number]): Promise<User> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...system,
  })
  return (
    docs[0] ??
    payload.create({
      collection: 'users',
      data: { email, name, roles: [...roles], password: randomToken() },
      ...system,
    })
  )
}
