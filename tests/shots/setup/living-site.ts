import type { Payload, Where } from 'payload'
import { asSystem } from '@/platform/system-payload'
import { nodeFlags, run } from '../../../scripts/steps/run.mjs'
import { openDatabase } from '../../e2e/setup/database'
import { type RunningSite, startSite } from '../../e2e/setup/running-site'

const test = asSystem('test-setup')
/** One of the examples' staff, who gets a password to sign in with. */
const officer = { email: 'officer-1@example.org', password: 'four words to remember' }

/** A site with a year of examples, and one document of each kind to take pictures of. */
export interface LivingSite {
  site: RunningSite
  officer: typeof officer
  ids: Record<'page' | 'policy' | 'edition' | 'service' | 'survey' | 'user' | 'department' | 'media' | 'caseId', string>
}

type Kept = 'pages' | 'policies' | 'editions' | 'services' | 'surveys' | 'media' | 'departments' | 'users' | 'inquiries'

async function findId(payload: Payload, collection: Kept, where: Where = {}, sort = 'createdAt'): Promise<string> {
  const { docs } = await payload.find({ collection, where, sort, limit: 1, depth: 0, pagination: false, ...test })
  const id = docs[0]?.id
  if (!id) throw new Error(`there is no document of ${collection} to take a picture of`)
  return id
}

/** Starts a site of its own. Once a test file, as settings are read once a process. */
export async function startLivingSite(): Promise<LivingSite> {
  const site = await startSite()
  const env = { PATH: process.env.PATH, ...site.environment, NODE_ENV: 'production' }
  const { code, output } = await run(process.execPath, [...nodeFlags, 'dist/examples.mjs'], { env, isQuiet: true })
  if (code !== 0) throw new Error(`the examples were not added: ${output}`)
  const { payload, close } = await openDatabase(site)
  try {
    const user = await findId(payload, 'users', { email: { equals: officer.email } })
    await payload.update({ collection: 'users', id: user, data: { password: officer.password }, ...test })
    const mine: Where = { and: [{ assignee: { equals: user } }, { status: { equals: 'open' } }] }
    return {
      site,
      officer,
      ids: {
        page: await findId(payload, 'pages', { slug: { equals: 'about' } }),
        policy: await findId(payload, 'policies'),
        edition: await findId(payload, 'editions'),
        service: await findId(payload, 'services'),
        survey: await findId(payload, 'surveys'),
        media: await findId(payload, 'media'),
        department: await findId(payload, 'departments'),
        caseId: await findId(payload, 'inquiries', mine, '-seq'),
        user,
      },
    }
  } finally {
    await close()
  }
}
