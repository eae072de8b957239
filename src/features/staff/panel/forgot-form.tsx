'use client'

import { hasVisibleText } from '@/platform/typed-text'
import { Submit, TextField, Told } from './entrance-fields'
import type { FormWords } from './entrance-words'
import { fieldsOf, useAsking } from './use-asking'

interface ForgotWords {
  title: string
  lead: string
  email: string
  submit: string
  back: string
}

/** Asks for a link. The answer is the same for every address. */
export function ForgotForm({ words, form: formWords }: { words: ForgotWords; form: FormWords }) {
  const form = useAsking(formWords)
  return (
    <form
      noValidate
      method="post"
      onSubmit={async (event) => {
        const email = fieldsOf(event)('email')
        if (!hasVisibleText(email)) return form.refuse(formWords.emailRequired, 'email')
        const answered = await form.ask('/forgot-password', { email })
        if (answered?.isOk) form.say(String(answered.body.message))
        else if (answered) form.refuse(answered.message, answered.field)
      }}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Told error={form.error} done={form.done} />
      <TextField name="email" type="email" label={words.email} autoComplete="username" error={form.errorAt('email')} />
      <Submit isPending={form.isPending} words={formWords}>
        {words.submit}
      </Submit>
      <p className="entrance-others">
        <a href="/admin/login">{words.back}</a>
      </p>
    </form>
  )
}
