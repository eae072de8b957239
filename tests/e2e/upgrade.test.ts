import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/steps/build.mjs'
import { anonymousQuestion, formWith, type PageForm, post, referenceOn, wordsOf } from './setup/form'
import { type RunningSite, startSite } from './setup/running-site'

/** A second build, with another key for Server Actions: none of the first one's action ids is known to it. */
const second = { NEXT_DIST_DIR: '.next-second', DIST_DIR: '.cache/second' }

let site: RunningSite
beforeAll(async () => {
  const { NODE_ENV: _, VITEST: __, ...outside } = process.env
  const key = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64') }
  await build({ ...outside, ...second, ...key }, { isAnyKeyFine: true })
  site = await startSite({ MINIMUM_FORM_SECONDS: '0' })
}, 600_000)
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
