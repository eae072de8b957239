import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/i18n/client-messages'
import { nonEmpty } from '../../../../tests/setup/non-empty'
import { freshInquiryForm, inquiryFields } from '../schema'
import { readInquiryForm } from '../server/read-form'
import { InquiryForm } from './inquiry-form'

const html = renderToStaticMarkup(
  <ClientMessages locale="ar" namespaces={['files', 'forms', 'inquiries']}>
    <InquiryForm
      action={async () => freshInquiryForm}
      services={[{ slug: 'registration', title: 'التسجيل' }]}
      preset={{ kind: '', service: '', subject: '' }}
      privacyHref="/ar/privacy"
      targets={{ question: null, guidance: null, suggestion: null, complaint: null }}
    >
      <h1>تواصل</h1>
    </InquiryForm>
  </ClientMessages>,
)

it.each(inquiryFields)('asks for %s, where the summary of errors leads', (field) => {
  expect(html).toContain(`id="${field}"`)
  expect(html).toContain(`name="${field}"`)
})

it('asks for everything that is read', () => {
  const names = new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name))
  // It is asked only beside a number that takes no messages.
  const { keptPhone: _, ...asked } = readInquiryForm(new FormData()).values
  expect(nonEmpty(Object.keys(asked)).filter((field) => !names.has(field))).toEqual([])
})
