'use client'

import { useAllFormFields, useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useRef } from 'react'

interface Refusal {
  errors: { path: string; message: string }[]
  /** The field values when the errors arrived, by path. */
  typed: ReadonlyMap<string, string>
}

const written = (value: unknown): string => JSON.stringify(value ?? null)

const typedIn = (fields: FormState): Refusal['typed'] =>
  new Map(Object.entries(fields).map(([path, { value }]) => [path, written(value)]))

/** Fields that a server response adds don't count as typed. */
const isAsTyped = (typed: Refusal['typed'], fields: FormState): boolean =>
  [...typed].every(([path, value]) => written(fields[path]?.value) === value)

const refusedIn = (fields: FormState): Refusal['errors'] =>
  Object.entries(fields).flatMap(([path, { errorMessage, valid }]) =>
    valid === false && errorMessage ? [{ path, message: errorMessage }] : [],
  )

/**
 * Keeps the errors of a refused save beside the fields until something is typed. Payload validates the form as one
 * types, and a response under way removes the errors of the save; for a refused draft it shows none.
 */
export function KeepRefusals() {
  const [fields, dispatch] = useAllFormFields()
  const { setSubmitted } = useForm()
  const isProcessing = useFormProcessing()
  const isSubmitted = useFormSubmitted()
  const isSaving = useRef(false)
  const refusal = useRef<Refusal | null>(null)
  useEffect(() => {
    if (isProcessing) {
      isSaving.current = true
      refusal.current = null
      return
    }
    if (isSaving.current) {
      isSaving.current = false
      refusal.current = { errors: [], typed: typedIn(fields) }
    }
    if (!refusal.current) return
    if (!isAsTyped(refusal.current.typed, fields)) {
      refusal.current = null
      return
    }
    // The errors arrive a moment after the end of the save.
    if (refusal.current.errors.length === 0) {
      refusal.current.errors = refusedIn(fields)
      if (refusal.current.errors.length > 0 && !isSubmitted) setSubmitted(true)
      return
    }
    const wiped = refusal.current.errors.filter(({ path }) => fields[path] && fields[path].valid !== false)
    if (wiped.length > 0) dispatch({ type: 'ADD_SERVER_ERRORS', errors: wiped as never })
  }, [dispatch, fields, isProcessing, isSubmitted, setSubmitted])
  return null
}
