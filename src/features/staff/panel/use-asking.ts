'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { type Answered, askServer } from './ask-server'
import { focusField } from './entrance-fields'

interface Told {
  error: string | null
  field: string | null
  done: string | null
}

const nothing: Told = { error: null, field: null, done: null }

/** One form of the entrances: sends, says what is wrong and where, and is sent once at a time. */
export function useAsking() {
  const t = useTranslations('staff.form')
  const [told, setTold] = useState<Told>(nothing)
  const [isPending, setPending] = useState(false)
  const isSending = useRef(false)

  const refuse = (error: string, field: string | null = null) => {
    setTold({ error, field, done: null })
    if (field) focusField(field)
  }

  return {
    isPending,
    /** Of the form as a whole, when it is about no field. */
    error: told.field ? null : told.error,
    done: told.done,
    errorAt: (field: string) => (told.field === field ? told.error : null),
    refuse,
    say: (done: string) => setTold({ ...nothing, done }),
    /** @returns null while another answer is awaited */
    async ask(path: string, sent: Record<string, unknown>): Promise<Answered | null> {
      if (isSending.current) return null
      isSending.current = true
      setPending(true)
      setTold(nothing)
      const answered = await askServer(path, sent, t('unreachable'))
      isSending.current = false
      setPending(false)
      return answered
    },
  }
}

/** The fields of a form that was submitted, which the browser then leaves as they are. */
export function fieldsOf(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}
