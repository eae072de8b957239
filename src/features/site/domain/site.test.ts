import { describe, expect, it } from 'vitest'
import { brandParts, emptyAssociation } from '@/features/site/domain/association'
import { missingFacts } from '@/features/site/domain/missing-facts'
import { organisationData } from '@/features/site/domain/organisation-data'
import { currentness } from '@/features/site/domain/pages'

describe('the name in the masthead', () => {
  it.each([
    ['جمعية الأم المبدعة', 'الأم المبدعة', { before: 'جمعية', main: 'الأم المبدعة', after: '' }],
    ['The Creative Mom Association', 'Creative Mom', { before: '', main: 'Creative Mom', after: 'Association' }],
    ['Another Name', 'Creative Mom', { before: '', main: 'Another Name', after: '' }],
    ['A name', '', { before: '', main: 'A name', after: '' }],
  ])('%s with the short name %s', (name, shortName, parts) => {
    expect(brandParts(name, shortName)).toEqual(parts)
  })
})

describe('the current item of a menu', () => {
  const item = (path: string | null) => ({ key: 'x', href: '/x', label: 'x', path })
  it.each([
    ['/policies', '/policies', 'page'],
    ['/policies', '/policies/beneficiary-relations', 'true'],
    ['/policies', '/policies-old', undefined],
    ['/', '/', 'page'],
    ['/', '/policies', undefined],
    [null, '/', undefined],
  ])('an item of %s on the page %s is %s', (own, path, expected) => {
    expect(currentness(item(own), path)).toBe(expected)
  })
})

describe('what the association still has to say', () => {
  it('names the language in which a fact is missing, and takes blanks for nothing', () => {
    const missing = missingFacts({
      ar: { name: 'اسم', phone: '0110000000', channels: { letter: { details: 'عنوان' } } },
      en: { name: '  ', phone: '0110000000', responseTargets: { question: 5, complaint: null } },
    })
    const of = (fact: string) => missing.find((one) => one.fact === fact)?.languages
    expect(of('name')).toEqual(['en'])
    expect(of('phone')).toBeUndefined()
    expect(of('letter')).toEqual(['en'])
    expect(of('responseTargets')).toEqual(['ar'])
    expect(of('socialAccounts')).toEqual(['ar', 'en'])
  })
})

describe('the association for machines', () => {
  const given = { address: 'https://site.example/ar', siteUrl: 'https://site.example' }
  it('says only what the association has said', () => {
    const association = emptyAssociation('جمعية الأم المبدعة', 'الأم المبدعة')
    const data = organisationData({ association, ...given })
    expect(Object.keys(data)).not.toContain('telephone')
    expect(Object.keys(data)).not.toContain('sameAs')
    const said = organisationData({
      association: {
        ...association,
        phone: '0112345678',
        socialAccounts: [{ label: 'X', url: 'https://x.example/a' }],
      },
      ...given,
    })
    expect(said).toMatchObject({ telephone: '0112345678', sameAs: ['https://x.example/a'] })
  })
})
