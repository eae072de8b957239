'use client'

import { useTranslations } from 'next-intl'
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId, useState } from 'react'

interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  error?: string | null | undefined
}

interface TextFieldProps extends FieldProps {
  type?: 'email' | 'text'
  inputMode?: 'numeric' | 'text'
  autoComplete: HTMLInputAutoCompleteAttribute
  defaultValue?: string
  /** Shown in wide letters, because people compare codes letter by letter. */
  isCode?: boolean
}

const idOf = (name: string): string => `field-${name}`

function Described({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="auth-field">
      <label htmlFor={idOf(name)}>{label}</label>
      {hint ? (
        <p id={`${idOf(name)}-hint`} className="auth-hint">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${idOf(name)}-error`} className="auth-error">
          {error}
        </p>
      ) : null}
    </div>
  )
}

const describedBy = ({ name, hint, error }: FieldProps) =>
  [hint && `${idOf(name)}-hint`, error && `${idOf(name)}-error`].filter(Boolean).join(' ') || undefined

export function TextField(props: TextFieldProps) {
  const { name, type = 'text', inputMode, autoComplete, defaultValue, isCode = false, error } = props
  return (
    <Described {...props}>
      <input
        id={idOf(name)}
        name={name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        className={isCode ? 'auth-code' : undefined}
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        aria-invalid={Boolean(error)}
        aria-describedby={describedBy(props)}
      />
    </Described>
  )
}

/** A password field that can show what is typed, because a long password is easily mistyped on a phone. */
export function PasswordField(props: FieldProps & { autoComplete: 'current-password' | 'new-password' }) {
  const { name, autoComplete, error } = props
  const t = useTranslations('staff.form')
  const [isShown, setShown] = useState(false)
  return (
    <Described {...props}>
      <span className="auth-password">
        <input
          id={idOf(name)}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          dir="auto"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1000}
          aria-invalid={Boolean(error)}
          aria-describedby={describedBy(props)}
        />
        <button
          type="button"
          aria-label={t(isShown ? 'hidePassword' : 'showPassword')}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'hide' : 'show')}
        </button>
      </span>
    </Described>
  )
}

/** Shows an error or a success, and has screen readers announce it. */
export function FormStatus({ error, done }: { error?: string | null; done?: string | null }) {
  const id = useId()
  return (
    <div id={id} role={error ? 'alert' : 'status'} className={error ? 'auth-alert' : 'auth-done'}>
      {error ?? done}
    </div>
  )
}

export function Submit({ isPending, children }: { isPending: boolean; children: ReactNode }) {
  const t = useTranslations('staff.form')
  return (
    <button type="submit" className="auth-submit" aria-disabled={isPending}>
      {isPending ? t('pending') : children}
    </button>
  )
}

/** Moves the focus to the field that needs correcting. */
export const focusField = (name: string): void => {
  requestAnimationFrame(() => document.getElementById(idOf(name))?.focus())
}
