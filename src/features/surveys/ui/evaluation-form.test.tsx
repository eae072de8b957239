import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FormMessages } from '@/i18n/form-messages'
import { freshEvaluationForm } from '../schema'
import { EvaluationForm } from './evaluation-form'

const question = { text: '•', help: null, isRequired: false, clause: null }

// A message that is missing is logged with console.error, which fails a test (tests/setup/console.ts).
it.each(['ar', 'en'] as const)('has every message that it says in %s', (locale) => {
  const html = renderToStaticMarkup(
    <FormMessages locale={locale} namespace="surveys">
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
    </FormMessages>,
  )
  for (const name of ['answer.overall', 'answer.comment', 'contact']) expect(html).toContain(`name="${name}"`)
})
