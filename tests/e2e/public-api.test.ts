import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { signIn } from './setup/administrator'
import { type RunningSite, startSite } from './setup/running-site'

let site: RunningSite

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.remove())

describe('the public API', () => {
  const answerTo = (command: string): RegExp => {
    if (command.includes('limit=1000')) return /limit is a whole number from 1 to 100\./
    if (command.includes('-D -')) return /^etag: W\//im
    // A list with something in it, or one document.
    return command.includes('where') || command.includes('/services?') ? /^\{"docs":\s*\[\{"/ : /^\{"/
  }

  it('does what its page says: every example is run', () => {
    const blocks = [...readFileSync('docs/API.md', 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(
      ([, lines = '']) => lines,
    )
    const commands = blocks.flatMap((lines) => lines.split('\n')).filter((line) => line.startsWith('curl '))
    expect(commands.length).toBeGreaterThan(8)
    for (const command of nonEmpty(commands)) {
      const { status, stdout } = spawnSync('bash', ['-c', command], { env: { ...process.env, SITE: site.url } })
      const said = stdout.toString()
      expect([command, status]).toEqual([command, 0])
      expect(said, command).toMatch(answerTo(command))
    }
  })

  it('answers the same question with 304 while nothing has changed, and again when something has', async () => {
    const address = `${site.url}/api/globals/association`
    const first = await fetch(address)
    const tag = first.headers.get('etag') ?? ''
    const again = await fetch(address, { headers: { 'if-none-match': tag } })
    expect([again.status, again.headers.get('etag')]).toEqual([304, tag])
    const saved = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await signIn(site.url), origin: site.url },
      body: JSON.stringify({ registrationNumber: '4711' }),
    })
    expect(saved.status, await saved.text()).toBe(200)
    const fresh = await fetch(address, { headers: { 'if-none-match': tag } })
    expect([fresh.status, ((await fresh.json()) as { registrationNumber: string }).registrationNumber]).toEqual([
      200,
      '4711',
    ])
    const head = await fetch(address, { method: 'HEAD' })
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', fresh.headers.get('etag')])
  })

  it.each<[number, string, RequestInit?]>([
    [400, '/api/policies?limit=0'],
    [400, '/api/policies?limit=NaN'],
    [400, '/api/policies?depth=10'],
    [400, '/api/policies?where=x'],
    [400, '/api/policies?where[title][equals][]'],
    [400, '/api/policies?where[constructor][equals]=1'],
    [404, '/api/constructor'],
    [404, '/api/__proto__'],
    [404, '/api/globals/toString'],
    [404, '/api/nothing'],
    [404, '/api/graphql'],
    [401, '/api/users'],
    [401, '/api/access'],
    [401, '/api/payload-preferences/x'],
    [401, '/api/policies', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }],
    [400, '/api/users/login', { method: 'POST', body: '{bad', headers: { 'content-type': 'application/json' } }],
    [
      400,
      '/api/users/login',
      { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
    ],
    [400, '/api/survey-trace/1', { method: 'POST', body: '{bad', headers: { 'content-type': 'application/json' } }],
    [405, '/api/policies', { method: 'PROPFIND' }],
    [204, '/api/policies', { method: 'OPTIONS' }],
    [400, '/api/media/file/a%00b.webp'],
    [404, '/api/media/file/none.webp'],
  ])('answers %i to %s %o', async (status, address, init) => {
    const answer = await fetch(site.url + address, init)
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toMatch(/Something went wrong|node_modules/)
  })
})
