import { describe, expect, it } from 'vitest'
import { type InquiryValues, inquirySchema, limits } from './schema'

const schema = inquirySchema((typed) => (/^05\d{8}$/.test(typed) ? `+966${typed.slice(1)}` : null))
const complete: InquiryValues = {
  kind: 'question',
  service: '',
  subject: 'عن التسجيل',
  message: 'هل اكتمل تسجيلي؟',
  isAnonymous: false,
  name: 'هند',
  phone: '0501234567',
  email: 'Hind@Example.org',
  replyChannel: 'email',
  replyLocale: 'ar',
  hasConsented: true,
}
const faults = (values: Partial<InquiryValues>) => {
  const parsed = schema.safeParse({ ...complete, ...values })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('the inquiry form', () => {
  it('normalises telephone and e-mail', () => {
    expect(schema.parse(complete)).toMatchObject({ phone: '+966501234567', email: 'hind@example.org', service: null })
  })

  it.each<[Partial<InquiryValues>, string[]]>([
    [{ kind: '' }, ['kind: required']],
    [{ kind: 'gossip' }, ['kind: required']],
    [{ subject: '  ' }, ['subject: required']],
    [{ message: '' }, ['message: required']],
    [{ message: 'x'.repeat(limits.message + 1) }, ['message: tooLong']],
    [{ name: '' }, ['name: required']],
    [{ phone: '', email: '' }, ['phone: contactMissing']],
    [{ phone: '123' }, ['phone: invalid']],
    [{ email: 'hind@' }, ['email: invalid']],
    [{ email: '', replyChannel: 'email' }, ['email: neededForReply']],
    [{ phone: '', replyChannel: 'phone' }, ['phone: neededForReply']],
    [{ hasConsented: false }, ['consent: required']],
    [{ replyChannel: '' }, []],
    [
      { kind: '', subject: '', message: '', name: '', phone: '05', hasConsented: false },
      [
        'kind: required',
        'subject: required',
        'message: required',
        'consent: required',
        'name: required',
        'phone: invalid',
      ],
    ],
    [{ isAnonymous: true, name: '', phone: '', email: '', replyChannel: 'email' }, []],
  ])('of %j finds %j', (values, expected) => {
    expect(faults(values)).toEqual(expected)
  })

  it('keeps no trace of who stays anonymous', () => {
    expect(schema.parse({ ...complete, isAnonymous: true })).toMatchObject({
      name: null,
      phone: null,
      email: null,
      replyChannel: 'tracking',
    })
  })
})
