'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { focusField } from './form-fields'
import { postToServer, type ServerAnswer } from './post-to-server'

interface FormState {
  error: string | null
  field: string | null
  done: string | null
}

const nothing: FormState = { error: null, field: null, done: null }

/** Posts a form to the server, one at a time, and holds what to show: an error with its field, or that it is done. */
export function useFormPost() {
  const t = useTranslations('staff.form')
  const [state, setState] = useState<FormState>(nothing)
  const [isPending, setPending] = useState(false)
  const isSending = useRef(false)

  const showError = (error: string, field: string | null = null) => {
    setState({ error, field, done: null })
    if (field) focusField(field)
  }

  return {
    isPending,
    /** An error about the form as a whole. */
    error: state.field ? null : state.error,
    done: state.done,
    errorAt: (field: string) => (state.field === field ? state.error : null),
    showError,
    showDone: (done: string) => setState({ ...nothing, done }),
    /** @returns null while an earlier post is unanswered */
    async post(path: string, sent: Record<string, unknown>): Promise<ServerAnswer | null> {
      if (isSending.current) return null
      isSending.current = true
      setPending(true)
      setState(nothing)
      const answer = await postToServer(path, sent, t('unreachable'))
      isSending.current = false
      setPending(false)
      return answer
    },
  }
}

/** Reads the fields of a submitted form, and keeps the browser from sending it itself. */
export function readFields(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}
