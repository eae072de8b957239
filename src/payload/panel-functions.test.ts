import { describe, expect, it } from 'vitest'
import { readPanelCall } from './panel-functions'

const slugs = new Set(['services', 'media', 'association'])

describe('a call of the panel', () => {
  it.each([
    [{ name: 'form-state', args: { collectionSlug: 'services', schemaPath: 'services' } }],
    [{ name: 'form-state', args: { globalSlug: 'association', collectionSlug: undefined } }],
    [{ name: 'table-state', args: { collectionSlug: ['services', 'media'] } }],
    [{ name: 'render-list', args: { collectionSlug: null } }],
  ])('is taken with its own names: %j', (call) => {
    expect(readPanelCall(call, slugs)).toEqual(call)
  })

  it.each<[string, unknown]>([
    // What every object inherits, and what Payload would look up on one.
    ...Object.getOwnPropertyNames(Object.prototype).map((name): [string, unknown] => [name, { name, args: {} }]),
    ['an unknown name', { name: 'nothing', args: {} }],
    ['a function that this panel does not use', { name: 'schedule-publish', args: {} }],
    ['a name that is no text', { name: ['form-state'], args: {} }],
    ['a name that turns into one', { name: { toString: () => 'form-state' }, args: {} }],
    ['no name', { args: {} }],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'form-state'],
    ['a form', { name: 'form-state', args: new FormData() }],
    ['arguments that are a list', { name: 'form-state', args: [] }],
    ['arguments that are null', { name: 'form-state', args: null }],
    ['an inherited collection', { name: 'form-state', args: { collectionSlug: 'constructor' } }],
    ['an inherited collection among others', { name: 'table-state', args: { collectionSlug: ['media', 'toString'] } }],
    ['an inherited global', { name: 'form-state', args: { globalSlug: '__proto__' } }],
    ['a collection that is no text', { name: 'render-list', args: { collectionSlug: { slug: 'media' } } }],
  ])('is refused: %s', (_, call) => {
    expect(readPanelCall(call, slugs)).toBeNull()
  })
})
