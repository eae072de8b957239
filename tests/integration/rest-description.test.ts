import Ajv2020 from 'ajv/dist/2020'
import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { publishedEntities } from '@/payload/rest/addresses'
import { isFieldPublished } from '@/payload/rest/asked-fields'
import { describeRest } from '@/payload/rest/openapi'
import { nonEmpty } from '../setup/non-empty'
import { ask, type List, payload, withRestContent } from '../setup/rest-content'

withRestContent()

describe('the description for programs', () => {
  it('is at a stable address, for anybody', async () => {
    const answer = await ask('/openapi.json')
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', paths: expect.any(Object) })
  })

  it('names every published collection and global, with the fields that anybody reads and no others', () => {
    const { collections, globals } = publishedEntities(payload.config)
    expect(collections.map(({ slug }) => slug).sort()).toEqual([
      'editions',
      'media',
      'pages',
      'policies',
      'services',
      'surveys',
    ])
    const { paths, components } = describeRest(payload.config)
    for (const { slug } of nonEmpty(collections)) {
      for (const path of [`/${slug}`, `/${slug}/{id}`, `/${slug}/count`]) expect(paths).toHaveProperty([path, 'get'])
    }
    for (const { slug } of nonEmpty(globals)) expect(paths).toHaveProperty([`/globals/${slug}`, 'get'])
    const notPublished = payload.config.collections.map(({ slug }) => slug).filter((slug) => !paths[`/${slug}`])
    expect(notPublished).toEqual(expect.arrayContaining(['users', 'departments', 'inquiries', 'survey-responses']))

    const published = (fields: readonly FlattenedField[]) =>
      fields.filter((field) => isFieldPublished(field)).map(({ name }) => name)
    for (const { slug, flattenedFields } of nonEmpty([...collections, ...globals])) {
      const described = Object.keys(components.schemas[slug]?.properties ?? {})
      const wanted = published(flattenedFields)
      expect([slug, wanted.filter((name) => !described.includes(name))]).toEqual([slug, []])
      expect([slug, described.filter((name) => !['id', 'globalType', ...wanted].includes(name))]).toEqual([slug, []])
    }
    expect(JSON.stringify(components.schemas.policies?.properties)).not.toMatch(/updatedBy|reviewOn/)
  })

  it('holds for what is answered', async () => {
    const description = describeRest(payload.config)
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    ajv.addSchema(description, 'rest')
    const { collections, globals } = publishedEntities(payload.config)
    for (const path of nonEmpty([
      ...collections.map(({ slug }) => `/${slug}`),
      ...globals.map(({ slug }) => `/globals/${slug}`),
    ])) {
      const pointer = `rest#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
      for (const query of ['?depth=0&limit=100', '?depth=2&limit=100&locale=en', '?select[title]=true&limit=100']) {
        const answer = (await (await ask(path + query)).json()) as List
        expect([path, path.startsWith('/globals') || answer.docs.length > 0]).toEqual([path, true])
        const isValid = ajv.validate({ $ref: pointer }, answer)
        expect([
          path,
          query,
          isValid,
          ajv.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`),
        ]).toEqual([path, query, true, undefined])
      }
    }
    for (const path of ['/policies?limit=0', '/nothing']) {
      expect(ajv.validate({ $ref: 'rest#/components/schemas/Errors' }, await (await ask(path)).json())).toBe(true)
    }
  })
})
