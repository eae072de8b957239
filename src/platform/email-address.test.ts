import { domainToASCII } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readableEmail, readEmail } from '@/platform/email-address'

describe('an e-mail address', () => {
  it.each([
    ['person@example.org', 'person@example.org'],
    ['Person.Name+tag@Example.ORG', 'person.name+tag@example.org'],
    ["o'hara@example.co", "o'hara@example.co"],
    ['\u200fperson@example.org', 'person@example.org'],
    ['person@example.org\u200b', 'person@example.org'],
    ['\u2068person@example.org\u2069\u00a0', 'person@example.org'],
    ['per\u00adson@exam\u200bple.org', 'person@example.org'],
    ['ｐｅｒｓｏｎ＠example.org', 'person@example.org'],
    ['person٥@example.org', 'person5@example.org'],
    ['mailto:person@example.org', 'person@example.org'],
    ['نورة السعد <noura@example.org>', 'noura@example.org'],
    ['"noura@example.org",', 'noura@example.org'],
    ['noura@example.org،', 'noura@example.org'],
    ['person@مثال.السعودية', 'person@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['person@xn--mgbh0fb.xn--mgberp4a5d4ar', 'person@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['person@XN--MGBH0FB.XN--MGBERP4A5D4AR', 'person@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['person@مثـال۔السعودية', 'person@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['person@ﻣﺜﺎﻝ.السعودية', 'person@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['person@münchen.de', 'person@xn--mnchen-3ya.de'],
    ['person@mail.example.museum', 'person@mail.example.museum'],
  ])('is read from %j', (typed, address) => {
    expect(readEmail(typed)).toEqual({ status: 'ok', address })
    expect(readEmail(address)).toEqual({ status: 'ok', address })
  })

  it.each([
    ['', 'noAt'],
    ['person', 'noAt'],
    ['person.example.org', 'noAt'],
    ['a@example.org b@example.org', 'several'],
    ['a@example.org;b@example.org', 'several'],
    ['a@example.org، b@example.org', 'several'],
    ['a@b@example.org', 'several'],
    ['person @example.org', 'spaces'],
    ['person@exam ple.org', 'spaces'],
    ['person@example,org', 'comma'],
    ['person@example،org', 'comma'],
    [`person@${domainToASCII('example،org')}`, 'comma'],
    ['نورة@example.org', 'letters'],
    ['person@', 'invalid'],
    ['@example.org', 'invalid'],
    ['person@example', 'invalid'],
    ['person@example.o', 'invalid'],
    ['person@1.2', 'invalid'],
    ['person@127.0.0.1', 'invalid'],
    ['per..son@example.org', 'invalid'],
    ['.person@example.org', 'invalid'],
    ['person@example.org/x', 'invalid'],
    ['person@example.org:80', 'invalid'],
    ['person@-example.org', 'invalid'],
    ['person@exa_mple.org', 'invalid'],
    ['person@xn--a.org', 'invalid'],
    ['person@xn--abc-.org', 'invalid'],
    ['person@a..org', 'invalid'],
    [`${'a'.repeat(65)}@example.org`, 'tooLong'],
    [`a@${'abcdefghi.'.repeat(26)}org`, 'tooLong'],
  ])('is refused with its cause: %.60j', (typed, error) => {
    expect(readEmail(typed)).toEqual({ status: 'invalid', error })
  })

  it.each([
    ['person@xn--mgbh0fb.xn--mgberp4a5d4ar', 'person@مثال.السعودية'],
    ['person@xn--mnchen-3ya.de', 'person@münchen.de'],
    ['person@example.org', 'person@example.org'],
    // Cyrillic letters that look like "apple".
    ['person@xn--80ak6aa92e.com', 'person@xn--80ak6aa92e.com'],
  ])('%s is shown as %s', (stored, shown) => {
    expect(readableEmail(stored)).toBe(shown)
  })
})
