import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/i18n/client-messages'
import { freshEvaluationForm } from '../schema'
import { EvaluationForm } from './evaluation-form'

const question = { text: '•', help: null, isRequired: false, clause: null }

// A message that is missing is logged with console.error, which fails a test (tests/setup/console.ts).
it.each(['ar', 'en'] as const)('has every message of a fresh form in %s', (locale) => {
  const html = renderToStaticMarkup(
    <ClientMessages locale={locale} namespaces={['forms', 'surveys']}>
      <EvaluationForm
        action={async () => freshEvaluationForm}
        survey={{
          id: 's',
          questions: [
            {
              ...question,
              ...{ key: 'overall', kind: 'scale', isRequired: true },
              ...{ lowLabel: '•', highLabel: '•', hasNotApplicable: true },
            },
            { ...question, key: 'comment', kind: 'long-text' },
          ],
          hasContact: true,
        }}
      >
        <h1>•</h1>
      </EvaluationForm>
    </ClientMessages>,
  )
  for (const name of ['answer.overall', 'answer.comment', 'contact']) expect(html).toContain(`name="${name}"`)
})
