import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/i18n/client-messages'
import { freshTrackForm, type ReplyFormState } from '../schema'
import { ReplyForm } from './reply-form'
import { TrackForm } from './track-form'

const fresh = async () => freshTrackForm
const kept = async (state: ReplyFormState) => state

// A message that is missing is logged with console.error, which fails a test (tests/setup/console.ts).
it.each(['ar', 'en'] as const)('have every message of a fresh form in %s', (locale) => {
  const html = renderToStaticMarkup(
    <ClientMessages locale={locale} namespaces={['files', 'forms', 'cases']}>
      <TrackForm action={fresh} lostHref="/track/lost">
        <h1>•</h1>
      </TrackForm>
      <ReplyForm action={kept} token="t" replyKey="k" replyToken="r" purpose="asked" draft="123" />
    </ClientMessages>,
  )
  for (const name of ['reference', 'code', 'reply', 'attachments', 'website']) expect(html).toContain(`name="${name}"`)
  expect(html).toMatch(/data-sending="[^"]+"/)
})
