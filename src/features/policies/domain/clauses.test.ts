import { describe, expect, it } from 'vitest'
import { anchorErrors, clauseNumber, isAnchor, lacksAnchors, textErrors, withAnchors } from './clauses'

const clauses = (...anchors: (string | null)[]) => anchors.map((anchor) => ({ anchor }))

describe('withAnchors', () => {
  it('names sections by their kind and clauses by their section', () => {
    const [dealing, channel] = withAnchors([
      { kind: 'dealing', clauses: clauses(null, null) },
      { kind: 'channel', clauses: clauses(null) },
    ])
    expect(dealing).toMatchObject({ anchor: 'dealing', clauses: clauses('dealing-1', 'dealing-2') })
    expect(channel).toMatchObject({ anchor: 'channel', clauses: clauses('channel-1') })
  })

  it('keeps the anchors that clauses have when they are moved', () => {
    const [section] = withAnchors([{ kind: 'dealing', anchor: 'dealing', clauses: clauses('dealing-3', 'dealing-1') }])
    expect(section?.clauses).toEqual(clauses('dealing-3', 'dealing-1'))
  })

  it('gives a new clause a number above all others, not the gap that a removed one left', () => {
    const [section] = withAnchors([
      { kind: 'dealing', anchor: 'dealing', clauses: clauses('dealing-1', null, 'dealing-3') },
    ])
    expect(section?.clauses).toEqual(clauses('dealing-1', 'dealing-4', 'dealing-3'))
  })

  it('never gives away an anchor that an approved edition used', () => {
    const [section] = withAnchors(
      [{ kind: 'dealing', anchor: 'dealing', clauses: clauses('dealing-1', null) }],
      ['dealing', 'dealing-1', 'dealing-2'],
    )
    expect(section?.clauses).toEqual(clauses('dealing-1', 'dealing-3'))
  })

  it('tells two sections of one kind apart, and their clauses too', () => {
    const sections = withAnchors([
      { kind: 'provision', clauses: clauses(null) },
      { kind: 'provision', clauses: clauses(null) },
    ])
    expect(sections.map((section) => section.anchor)).toEqual(['provision', 'provision-b'])
    expect(anchorErrors(sections)).toEqual([])
    expect(lacksAnchors(sections)).toBe(false)
  })
})

describe('anchorErrors', () => {
  it('finds an anchor used twice in an edition, across sections', () => {
    expect(
      anchorErrors([
        { anchor: 'goal', clauses: clauses('goal-1') },
        { anchor: 'other', clauses: clauses('other-1', 'goal-1') },
      ]),
    ).toEqual([{ path: 'sections.1.clauses.1.anchor', anchor: 'goal-1', code: 'repeated' }])
  })

  it.each(['Dealing-3', 'dealing 3', 'بند', '3-dealing', 'dealing--3', 'a'.repeat(61)])('refuses %s', (anchor) => {
    expect(isAnchor(anchor)).toBe(false)
    expect(anchorErrors([{ anchor, clauses: [] }])).toMatchObject([{ code: 'malformed', path: 'sections.0.anchor' }])
  })
})

describe('textErrors', () => {
  it.each([
    [[], [{ path: 'sections', code: 'noSections' }]],
    [[{ clauses: [] }], [{ path: 'sections.0.clauses', code: 'noClauses' }]],
    [
      [{ clauses: [{ text: 'نص' }, { text: '  ' }, {}] }],
      [
        { path: 'sections.0.clauses.1.text', code: 'noText' },
        { path: 'sections.0.clauses.2.text', code: 'noText' },
      ],
    ],
    [[{ clauses: [{ text: 'نص' }] }], []],
  ])('of %j are %j', (sections, errors) => {
    expect(textErrors(sections)).toEqual(errors)
  })
})

it('numbers clauses by their place', () => {
  expect(clauseNumber(5, 2)).toBe('6.3')
})
