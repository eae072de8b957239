import { describe, expect, it } from 'vitest'
import { hasReadableAction, isReadableBody, isReadableCall } from './action-body'
import { writeMultipart } from './multipart'

const type = 'multipart/form-data; boundary=b'
const form = (...fields: [string, string][]) => writeMultipart(fields, [], 'b')

describe('a call of the panel', () => {
  it.each<[string, string, Buffer]>([
    ['a list of arguments', 'text/plain;charset=UTF-8', Buffer.from('[{"name":"form-state","args":{}}]')],
    ['no arguments', 'text/plain;charset=UTF-8', Buffer.from('[]')],
    ['arguments with a form', type, form(['1__text', 'x'], ['0', '["id","ar",null,"$K1"]'])],
    ['a form without script', type, form(['$ACTION_REF_1', ''], ['$ACTION_1:0', '{"id":"a"}'], ['text', 'x'])],
  ])('can be read: %s', (_, contentType, body) => {
    expect(isReadableCall(contentType, body)).toBe(true)
  })

  it.each<[string, string, Buffer]>([
    ['no JSON', 'text/plain', Buffer.from('x')],
    ['nothing', 'text/plain', Buffer.alloc(0)],
    ['no list', 'text/plain', Buffer.from('{"0":1}')],
    ['half a list', 'application/json', Buffer.from('[1,')],
    ['a form without arguments', type, form(['a', 'b'])],
    ['a form whose arguments are none', type, form(['0', 'x'])],
    ['half a form', type, form(['0', '[]']).subarray(0, -8)],
    ['a form with an action that is no JSON', type, form(['$ACTION_1:0', '{'])],
  ])('can not be read: %s', (_, contentType, body) => {
    expect(isReadableCall(contentType, body)).toBe(false)
  })
})

it('reads the action of a form of the site, and leaves what was typed alone', () => {
  const part = (name: string, value: string) => ({ name, filename: null, value: Buffer.from(value) })
  expect(hasReadableAction([part('$ACTION_1:1', '[{}]'), part('$ACTION_KEY', 'k1'), part('message', '{')])).toBe(true)
  expect(hasReadableAction([part('$ACTION_1:1', '[{')])).toBe(false)
})

it.each<[string, string | undefined, Buffer, boolean]>([
  ['JSON', 'application/json', Buffer.from('{"a":1}'), true],
  ['no JSON', 'application/json; charset=utf-8', Buffer.from('{bad'), false],
  ['nothing', 'application/json', Buffer.alloc(0), true],
  ['a document', type, form(['_payload', '{"title":"x"}']), true],
  ['half a document', type, form(['_payload', '{"title"']), false],
  ['no form', type, Buffer.from('garbage'), false],
  ['a form without a boundary', 'multipart/form-data', form(['a', 'b']), false],
  ['a form of another kind', 'multipart/mixed; boundary=b', form(['a', 'b']), false],
  ['a text', 'text/plain', Buffer.from('{bad'), true],
  ['something', undefined, Buffer.from('x'), true],
])('reads a body for REST that is what it says: %s', (_, contentType, body, isReadable) => {
  expect(isReadableBody(contentType, body)).toBe(isReadable)
})
