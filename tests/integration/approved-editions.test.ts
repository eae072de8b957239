import { stat } from 'node:fs/promises'
import { handleEndpoints } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '@/payload-types'
import { asSystem } from '@/platform/system-payload'
import { sectionsSeed } from '@/seed/policy-texts'
import { sessionOf } from '../factories/staff'
import { approved, as, payload, people, policyId, refusal, test, withSeededPolicy } from '../setup/seeded-policy'

withSeededPolicy()

const read = () =>
  payload.findByID({ collection: 'editions', id: approved.id, depth: 0, locale: 'all' as 'ar', ...test })

describe('an approved edition', () => {
  const change = { changeNote: 'تغيير' }
  const entryPoints: [string, () => Promise<unknown>][] = [
    [
      'saving by an administrator',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, ...as('administrator') }),
    ],
    [
      'saving by an approver',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, ...as('approver') }),
    ],
    [
      'saving a draft over it',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, draft: true, ...as('editor') }),
    ],
    [
      'unpublishing',
      () =>
        payload.update({ collection: 'editions', id: approved.id, data: { _status: 'draft' }, ...as('administrator') }),
    ],
    [
      'a bulk update',
      () =>
        payload.update({
          collection: 'editions',
          where: { number: { equals: 1 } },
          data: change,
          ...as('administrator'),
        }),
    ],
    [
      'the Local API without access control',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, overrideAccess: true }),
    ],
    [
      'a system reason that is not for repairing editions',
      () => payload.update({ collection: 'editions', id: approved.id, data: change, ...asSystem('job') }),
    ],
    [
      'deleting by an administrator',
      () => payload.delete({ collection: 'editions', id: approved.id, ...as('administrator') }),
    ],
    [
      'deleting in bulk',
      () => payload.delete({ collection: 'editions', where: { number: { equals: 1 } }, ...as('administrator') }),
    ],
    [
      'deleting through the Local API without access control',
      () => payload.delete({ collection: 'editions', id: approved.id, overrideAccess: true }),
    ],
    [
      'restoring an older version',
      async () => {
        const { docs } = await payload.findVersions({
          collection: 'editions',
          where: { parent: { equals: approved.id } },
          sort: 'updatedAt',
          limit: 1,
          ...test,
        })
        return payload.restoreVersion({ collection: 'editions', id: docs[0]?.id ?? '', ...as('administrator') })
      },
    ],
    [
      'restoring an older version without access control',
      async () => {
        const { docs } = await payload.findVersions({
          collection: 'editions',
          where: { parent: { equals: approved.id } },
          sort: 'updatedAt',
          limit: 1,
          ...test,
        })
        return payload.restoreVersion({ collection: 'editions', id: docs[0]?.id ?? '', overrideAccess: true })
      },
    ],
  ]

  it.each(entryPoints)('is not changed by %s, and both languages say why and what to do', async (_, attempt) => {
    const before = await read()
    const { status, message } = await refusal(attempt())
    expect(status).toBe(409)
    expect(message).toContain('معتمد')
    expect(message).toContain('إصدارًا جديدًا')
    expect(message).toContain('approved')
    expect(message).toContain('new edition')
    expect(await read()).toEqual(before)
  })

  it('is read-only in the panel: update access leaves it out even for administrators', async () => {
    const { docs } = await payload.find({
      collection: 'editions',
      limit: 1,
      where: { id: { equals: approved.id } },
      ...test,
    })
    const allowed = payload.collections.editions.config.access.update({
      id: approved.id,
      req: { user: people.administrator } as never,
    })
    expect(allowed).toEqual({ _status: { not_equals: 'published' } })
    expect(docs[0]?._status).toBe('published')
  })

  it('keeps its policy from being deleted', async () => {
    const { status } = await refusal(payload.delete({ collection: 'policies', id: policyId, ...as('administrator') }))
    expect(status).toBe(409)
    expect((await payload.findByID({ collection: 'policies', id: policyId, ...test })).id).toBe(policyId)
  })

  it('can be duplicated: the text stays, the number is the next, the old decision goes', async () => {
    const copy = await payload.duplicate({ collection: 'editions', id: approved.id, locale: 'ar', ...as('editor') })
    expect(copy).toMatchObject({ _status: 'draft', number: 2, errata: [] })
    expect(copy.decision?.meetingDate ?? null).toBeNull()
    expect(copy.effectiveFrom ?? null).toBeNull()
    expect(copy.sections?.map(({ clauses }) => clauses?.map(({ anchor, text }) => [anchor, text]))).toEqual(
      sectionsSeed.map(({ kind, clauses }) => clauses.map(({ ar }, c) => [`${kind}-${c + 1}`, ar])),
    )
    const english = await payload.findByID({ collection: 'editions', id: copy.id, draft: true, locale: 'en', ...test })
    expect(english.sections?.[0]?.clauses?.[0]?.text).toBe(sectionsSeed[0]?.clauses[0]?.en)
    await payload.delete({ collection: 'editions', id: copy.id, ...as('editor') })
  })
})

describe('over REST', () => {
  let authorization: string
  const rest = async (method: string, address: string, body: unknown = {}) => {
    const { default: config } = await import('@payload-config')
    const request = new Request(`http://127.0.0.1/api${address}`, {
      method,
      headers: { authorization, 'content-type': 'application/json', 'accept-language': 'en' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    })
    const response = await handleEndpoints({ config, request })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> & { doc?: Edition } }
  }

  beforeAll(async () => {
    authorization = `JWT ${await sessionOf(payload, 'administrator@policies.example')}`
  })

  it.each(['PATCH', 'DELETE'])('%s of an approved edition is refused and says why', async (method) => {
    const before = await read()
    const { status, body } = await rest(method, `/editions/${approved.id}`, { changeNote: 'تغيير' })
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toContain('new edition')
    expect(await read()).toEqual(before)
  })

  it('a duplicate keeps the Arabic text even when the call names no language', async () => {
    const { status, body } = await rest('POST', `/editions/${approved.id}/duplicate`)
    expect(status).toBe(200)
    expect(body.doc?.sections?.[1]?.heading).toBe(sectionsSeed[1]?.heading?.ar)
    await payload.delete({ collection: 'editions', id: body.doc?.id ?? '', ...test })
  })

  it('errors come back with the field that they belong to', async () => {
    const { status, body } = await rest('POST', '/editions?draft=true', {
      policy: policyId,
      decision: { hijri: '13/7/1442', gregorian: '26/2/2021' },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [{ data: { errors: [{ path: 'decision.hijri' }, { path: 'decision.gregorian' }] } }],
    })
  })
})

describe('the file of an approved edition', () => {
  it('is the scanner’s text, for every visitor', async () => {
    const edition = await payload.findByID({ collection: 'editions', id: approved.id, depth: 1, overrideAccess: false })
    expect(edition.sourceText).toMatchObject({
      originalName: 'beneficiary-relations.scan.ar.txt',
      mimeType: 'text/plain',
      filesize: (await stat('src/seed/files/beneficiary-relations.scan.ar.txt')).size,
    })
  })

  it('is neither replaced nor deleted, one by one or in bulk', async () => {
    const id = String(approved.sourceText)
    const where = { originalName: { contains: 'scan' } }
    const attempts = [
      () => payload.delete({ collection: 'media', id, ...as('administrator') }),
      () => payload.delete({ collection: 'media', where, ...as('administrator') }),
      () => payload.update({ collection: 'media', id, data: { originalName: 'x.txt' }, ...as('editor') }),
      () => payload.update({ collection: 'media', where, data: { originalName: 'x.txt' }, overrideAccess: true }),
    ]
    for (const attempt of attempts) expect((await refusal(attempt())).status).toBe(409)
    expect((await payload.findByID({ collection: 'media', id, ...test })).originalName).toContain('scan')
  })

  it('is kept however many other files the query matches', async () => {
    const id = String(approved.sourceText)
    const file = async (index: number) => {
      const day = new Date(Date.UTC(2027, 0, 1, 0, index)).toISOString()
      const data = { filename: `many-${index}.txt`, mimeType: 'text/plain', createdAt: day, updatedAt: day }
      return (await payload.db.create({ collection: 'media', data })).id
    }
    const others: unknown[] = []
    for (let index = 0; index < 205; index += 1) others.push(await file(index))
    const where = { or: [{ id: { in: others } }, { id: { equals: id } }] }
    for (const attempt of [
      () => payload.delete({ collection: 'media', where, ...as('editor') }),
      () => payload.update({ collection: 'media', where, data: { alt: { ar: 'وصف' } }, ...as('editor') }),
    ]) {
      expect((await refusal(attempt())).status).toBe(409)
    }
    expect((await payload.findByID({ collection: 'media', id, ...test })).originalName).toContain('scan')
    const rest = await payload.delete({ collection: 'media', where: { id: { in: others } }, ...as('editor') })
    expect({ deleted: rest.docs.length, errors: rest.errors }).toEqual({ deleted: 205, errors: [] })
  })
})
