import { expect, it } from 'vitest'
import { personalFields } from '@/features/inquiries/domain/personal-fields'
import { DecryptionError } from '@/platform/crypto'
import { decryptPersonalFields, encryptPersonalFields, erasedPersonalFields } from './personal-fields'

/** An inquiry with one more question. */
const fields = {
  ...personalFields,
  city: { ...personalFields.name, context: 'inquiry.city' },
} as const
const plain = {
  subject: 'عن التسجيل',
  message: 'هل اكتمل؟',
  name: 'هند',
  phone: null,
  email: 'hind@example.org',
  city: 'جدة',
}

it('are encrypted and decrypted, whatever fields a type of case has', () => {
  const row = encryptPersonalFields(fields, plain)
  expect(JSON.stringify(row)).not.toMatch(/هند|جدة|hind/)
  expect(row.emailIndex).toMatch(/./)
  expect(row.phoneIndex).toBeNull()
  expect(decryptPersonalFields(fields, row)).toEqual(plain)
})

it('can’t be moved from one column to another', () => {
  const row = encryptPersonalFields(fields, plain)
  expect(() => decryptPersonalFields(fields, { ...row, name: row.city })).toThrow(DecryptionError)
})

it('are all erased', () => {
  const erased = erasedPersonalFields(fields)
  expect(decryptPersonalFields(fields, erased)).toEqual({
    ...{ subject: '', message: '', name: null, phone: null, email: null, city: null },
  })
  expect(erased).toMatchObject({ phoneIndex: null, emailIndex: null })
})
