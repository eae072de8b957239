import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labelOf } from '@/payload/field-errors'
import { asSystem } from '@/platform/system-payload'
import { samples, storeDocument } from '../factories/documents'
import { nonEmpty } from '../setup/non-empty'
import { startPayload } from '../setup/payload'
import { type Rest, signInAll } from '../setup/people'

/** What is refused is said by the labels of fields, in the language of the panel, never by their paths. */

let payload: Payload
let stop: () => Promise<void>
let rest: Rest
let policy: string

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
  ;({ rest } = await signInAll(payload))
  const made = await payload.create({
    collection: 'policies',
    data: { title: 'سياسة', slug: 'policy', category: 'governance', audiences: ['public'], _status: 'published' },
    ...asSystem('test-setup'),
  })
  policy = made.id
}, 60_000)
afterAll(() => stop())

const messageOf = (body: Record<string, unknown>) => (body.errors as { message: string }[])[0]?.message ?? ''

describe('a refusal names fields by their labels', () => {
  const disagreeing = { decision: { hijri: '13/7/1442', gregorian: '26/2/2021' } }
  it.each<[name: string, method: string, path: () => string, body: () => object, ar: string, en: string]>([
    [
      'in a group, of a draft',
      'POST',
      () => '/editions?draft=true',
      () => ({ policy, ...disagreeing }),
      'حقول تحتاج إلى تصحيح: قرار مجلس الإدارة · التاريخ الهجري, قرار مجلس الإدارة · التاريخ الميلادي',
      'The following fields are invalid: Decision of the board · Hijri date, Decision of the board · Gregorian date',
    ],
    [
      'in a named tab',
      'POST',
      () => '/globals/association',
      () => ({ responseTargets: { question: 0 } }),
      'حقل يحتاج إلى تصحيح: مواعيد الرد · سؤال',
      'The following field is invalid: Response targets · Question',
    ],
    [
      'in rows, by their numbers',
      'POST',
      () => '/editions?draft=true',
      () => ({ policy, sections: [{ kind: 'goal', clauses: [{ anchor: 'a-1' }, { anchor: 'a-1' }] }] }),
      'حقل يحتاج إلى تصحيح: قسم 1 · بند 2 · المعرّف',
      'The following field is invalid: Section 1 · Clause 2 · Id',
    ],
    [
      'of an account',
      'POST',
      () => '/users',
      () => ({ name: 'x', email: 'x@example.org', password: 'short', roles: ['editor'] }),
      'كلمة المرور',
      'Password',
    ],
  ])('%s', async (_, method, path, body, ar, en) => {
    for (const [language, words] of [
      ['ar', ar],
      ['en', en],
    ] as const) {
      const answer = await rest('administrator', method, path(), body(), language)
      expect(answer.status).toBe(400)
      expect(messageOf(answer.body)).toContain(words)
      expect(messageOf(answer.body)).not.toMatch(/decision\.|responseTargets|sections|password/)
    }
  })

  it('for every field that there is', () => {
    const req = (language: string) => ({ i18n: { language, fallbackLanguage: 'ar', t: String } }) as never
    const paths = payload.collections.editions.config.flattenedFields
      .filter((field) => !('hidden' in field && field.hidden) && field.name !== 'id')
      .map(({ name }) => name)
    expect(paths).toContain('effectiveFrom')
    for (const language of ['ar', 'en']) {
      for (const path of nonEmpty(paths)) {
        expect(labelOf(payload.collections.editions.config.fields, path, req(language))).not.toBe(path)
      }
    }
  })
})

describe('a refusal of many documents', () => {
  it('is said in words that the panel shows, with no document done', async () => {
    const id = await storeDocument(payload, 'editions', samples(policy).editions, 'published')
    for (const method of ['PATCH', 'DELETE']) {
      const { status, body } = await rest('administrator', method, `/editions?where[id][in]=${id}`, {
        _status: 'draft',
      })
      expect(status).toBe(409)
      expect(body).toMatchObject({ docs: [], errors: [{ message: expect.stringContaining('معتمد') }] })
    }
  })

  it('says of each document why it was left out', async () => {
    const id = await storeDocument(payload, 'policies', samples(policy).policies, 'published')
    const { status, body } = await rest('editor', 'PATCH', `/policies?where[id][in]=${id}`, { title: 'x' }, 'ar')
    expect(status).toBe(400)
    expect(body).toMatchObject({ docs: [], errors: [{ id, message: expect.stringContaining('الاعتماد') }] })
  })
})
