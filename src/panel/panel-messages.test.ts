import { describe, expect, it } from 'vitest'
import { onlyNamespaces } from '@/i18n/client-messages'

const messages = { site: { name: 'Site', page: { home: 'Home', search: 'Search' } }, staff: { title: 'Staff' } }

describe('the messages of some namespaces', () => {
  it.each<[string, readonly string[], object]>([
    ['none without a namespace', [], {}],
    ['a whole file', ['staff'], { staff: { title: 'Staff' } }],
    ['a part, where it stands among all', ['site.page'], { site: { page: { home: 'Home', search: 'Search' } } }],
    [
      'several',
      ['site.page', 'staff'],
      { site: { page: { home: 'Home', search: 'Search' } }, staff: { title: 'Staff' } },
    ],
    ['none whose name only begins alike', ['sit'], {}],
  ])('%s', (_, namespaces, expected) => {
    expect(onlyNamespaces(messages, namespaces)).toEqual(expected)
  })
})
