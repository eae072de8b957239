import { describe, expect, it } from 'vitest'
import { hasUnseenEvents, type TakenStep } from './unseen-events'

describe('what happened since a page was opened', () => {
  it.each<[string, TakenStep[], boolean]>([
    ['nothing', [], false],
    ['my own assignment', [{ type: 'assigned', actor: 'me' }], false],
    ['the acknowledgement that the system sent', [{ type: 'acknowledged', actor: null }], false],
    [
      'my own steps in a row',
      ['assigned', 'noted', 'asked'].map((type) => ({ type, actor: 'me' }) as TakenStep),
      false,
    ],
    ["a colleague's note", [{ type: 'noted', actor: 'colleague' }], true],
    ['what the person added', [{ type: 'added', actor: null }], true],
    [
      "a colleague's step between two of mine",
      [
        { type: 'assigned', actor: 'me' },
        { type: 'answered', actor: 'colleague' },
        { type: 'noted', actor: 'me' },
      ],
      true,
    ],
  ])('%s', (_, since, isUnread) => {
    expect(hasUnseenEvents(since, 'me')).toBe(isUnread)
  })
})
