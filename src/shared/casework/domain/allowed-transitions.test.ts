import { describe, expect, it } from 'vitest'
import { allowedTransitions } from './allowed-transitions'
import { standardRules } from './case-rules'
import type { EventType, TimelineEvent } from './timeline'

const timeline = (...types: EventType[]): TimelineEvent[] =>
  types.map((type, index) => ({ type, at: index, assignee: null, department: null, actor: null }))

describe('allowedTransitions', () => {
  it.each<[EventType[], string[]]>([
    [['received'], ['assigned', 'referred', 'noted', 'told', 'asked', 'informed', 'answered', 'restricted']],
    [
      ['received', 'asked'],
      ['assigned', 'referred', 'noted', 'told', 'asked', 'informed', 'answered', 'restricted'],
    ],
    [
      ['received', 'answered'],
      ['assigned', 'referred', 'noted', 'told', 'asked', 'answered', 'closed', 'reopened', 'restricted'],
    ],
    [
      ['received', 'answered', 'added'],
      ['assigned', 'referred', 'noted', 'told', 'asked', 'informed', 'answered', 'restricted'],
    ],
    [
      ['received', 'answered', 'closed'],
      ['noted', 'told', 'reopened', 'restricted'],
    ],
  ])('after %j offers %j', (types, steps) => {
    expect(allowedTransitions(timeline(...types), standardRules)).toEqual(steps)
  })
})
