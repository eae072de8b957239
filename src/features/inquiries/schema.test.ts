import { describe, expect, it } from 'vitest'
import { readEmail } from '@/platform/email-address'
import { readTelephone } from '@/platform/telephone'
import { type InquiryValues, inquirySchema, limits } from './schema'

const schema = inquirySchema({ phone: readTelephone, email: readEmail })
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
  consent: true,
}
const errors = (values: Partial<InquiryValues>) => {
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
    [{ phone: '123' }, ['phone: tooShort']],
    [{ phone: '0501234567 / 0551234567' }, ['phone: several']],
    [{ phone: '0791234567' }, ['phone: countryMissing']],
    [{ phone: 'جوال أمي' }, ['phone: letters']],
    [{ phone: '0112345678' }, ['phone: takesNoMessages']],
    [{ phone: '0112345678', keptPhone: '0112345678' }, []],
    [{ phone: '0112345679', keptPhone: '0112345678' }, ['phone: takesNoMessages']],
    [{ phone: '\u200f0112345678', keptPhone: '0112345678\u200f' }, []],
    [{ email: 'hind@' }, ['email: invalid']],
    [{ email: 'hind' }, ['email: noAt']],
    [{ email: '\u200fhind@example.org\u200b' }, []],
    [
      { subject: '\u200b', message: '\u2800', name: '\u200f' },
      ['subject: required', 'message: required', 'name: required'],
    ],
    [{ phone: '\u200f', email: '\u200b' }, ['phone: contactMissing']],
    [{ email: '', replyChannel: 'email' }, ['email: neededForReply']],
    [{ phone: '', replyChannel: 'phone' }, ['phone: neededForReply']],
    [{ consent: false }, ['consent: required']],
    [{ replyChannel: '' }, []],
    [
      { kind: '', subject: '', message: '', name: '', phone: '05', consent: false },
      [
        'kind: required',
        'subject: required',
        'message: required',
        'consent: required',
        'name: required',
        'phone: tooShort',
      ],
    ],
    [{ isAnonymous: true, name: '', phone: '', email: '', replyChannel: 'email' }, []],
  ])('of %j finds %j', (values, expected) => {
    expect(errors(values)).toEqual(expected)
  })

  it('stores an international address as mail servers know it, and texts without what nobody sees', () => {
    const typed = { email: 'Hind@مثال.السعودية', name: ' هند\u200f\u00a0السعد ', message: '\ufeffسطر\r\nآخر' }
    expect(schema.parse({ ...complete, ...typed })).toMatchObject({
      email: 'hind@xn--mgbh0fb.xn--mgberp4a5d4ar',
      name: 'هند السعد',
      message: 'سطر\nآخر',
    })
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
