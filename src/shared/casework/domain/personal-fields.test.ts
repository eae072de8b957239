import { expect, it } from 'vitest'
import { furtherFields, type PersonalFields } from './personal-fields'

const field = <Required extends boolean>(isRequired: Required, en = '') => ({
  context: `test.${en}`,
  isRequired,
  label: { ar: '', en },
  description: { ar: '', en: '' },
})
const fields: PersonalFields = {
  subject: field(true, 'Subject'),
  message: field(true, 'Message'),
  name: field(false, 'Name'),
  phone: field(false, 'Mobile'),
  email: field(false, 'E-mail'),
  city: field(false, 'City'),
  district: field(false, 'District'),
}

it('are what a type has besides the fields of every case, where something was said', () => {
  const said = { subject: 'a', message: 'b', name: 'c', phone: 'd', email: 'e' }
  expect(furtherFields(fields, { ...said, city: 'Jeddah', district: null })).toEqual([
    { label: { ar: '', en: 'City' }, text: 'Jeddah' },
  ])
  expect(furtherFields(fields, said)).toEqual([])
})
