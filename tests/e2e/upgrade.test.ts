import { randomBytes } from 'node:crypto'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymousQuestion, formWith, type PageForm, post, referenceOn, wordsOf } from './setup/form'
import { type RunningSite, startSite } from './setup/running-site'

/**
 * What another build is to an open form: none of the first one's action ids is known to it. Made from
 * the first one by giving every action another id and the ids another key, because a whole second
 * build would take this test a minute and differ in nothing else that a form can see.
 */
const second = { NEXT_DIST_DIR: '.next-second' }

async function makeSecondBuild(): Promise<void> {
  await rm('.next-second', { recursive: true, force: true })
  await cp('.next', '.next-second', {
    recursive: true,
    filter: (source) => !['.next/cache', '.next/dev'].includes(source) && !source.endsWith('.map'),
  })
  const manifest = JSON.parse(await readFile('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, unknown>
    encryptionKey: string
  }
  // The first two digits say what the action takes.
  const changes = new Map(
    Object.keys(manifest.node).map((id) => [id, id.slice(0, 2) + randomBytes(20).toString('hex')]),
  )
  changes.set(manifest.encryptionKey, randomBytes(32).toString('base64'))
  const known = new RegExp([...changes.keys()].map((text) => text.replace(/[+/=]/g, '\\$&')).join('|'), 'g')
  for (const entry of await readdir('.next-second', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|json)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const text = await readFile(file, 'utf8')
    const changed = text.replace(known, (found) => changes.get(found) ?? found)
    if (changed !== text) await writeFile(file, changed)
  }
  await writeFile('.next-second/BUILD_ID', randomBytes(8).toString('hex'))
}

let site: RunningSite
beforeAll(async () => {
  await makeSecondBuild()
  site = await startSite({ MINIMUM_FORM_SECONDS: '0' })
})
afterAll(() => site.remove())

const openForm = async (): Promise<PageForm> => {
  const page = `${site.url}/ar/contact`
  return formWith(await (await fetch(page)).text(), 'message', page)
}

const actionsOf = ({ fields }: PageForm) => fields.map(([name]) => name).filter((name) => name.startsWith('$ACTION'))

describe('a form that was opened before', () => {
  it('a restart is accepted after it', async () => {
    const form = await openForm()
    expect(await site.stop(), 'milliseconds to drain').toBeLessThan(10_000)
    await site.start()
    expect((await post(form, anonymousQuestion('قبل إعادة التشغيل'))).status).toBe(303)
  })

  it('an upgrade to another build is accepted after it, and comes back whole when something is wrong', async () => {
    const form = await openForm()
    await site.stop()
    await site.start(second)
    const today = await openForm()
    expect(JSON.stringify(today.fields), 'the builds differ').not.toBe(JSON.stringify(form.fields))
    expect(actionsOf(form).length).toBeGreaterThan(0)

    const wrong = await post(form, { ...anonymousQuestion('قبل الترقية'), subject: '' })
    const page = await wrong.text()
    expect(wrong.status).toBeLessThan(500)
    expect(page).toContain('قبل الترقية: متى تبدأ الدورة القادمة؟')

    const sent = await post(form, anonymousQuestion('قبل الترقية'))
    expect(sent.status, wordsOf(page)).toBe(303)
    const receipt = await fetch(new URL(sent.headers.get('location') ?? '', site.url))
    expect(referenceOn(await receipt.text())).toMatch(/^\d{9}$/)
  })
})
