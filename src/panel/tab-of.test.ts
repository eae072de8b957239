import type { ClientField } from 'payload'
import { expect, it } from 'vitest'
import { tabOf } from './tab-of'

const text = (name: string) => ({ type: 'text', name })
const fields = [
  text('outside'),
  {
    type: 'tabs',
    tabs: [
      { fields: [text('name'), { type: 'row', fields: [text('phone')] }] },
      { name: 'targets', fields: [text('question')] },
      { fields: [{ type: 'group', name: 'channels', fields: [text('details')] }] },
    ],
  },
] as unknown as ClientField[]

it.each([
  ['name', 0],
  ['phone', 0],
  ['targets', 1],
  ['targets.question', 1],
  ['channels.letter.details', 2],
  ['outside', null],
  // The name of a group's field is not a field of the form.
  ['details', null],
])('finds %s in its tab', (path, expected) => {
  expect(tabOf(fields, path)).toBe(expected)
})
