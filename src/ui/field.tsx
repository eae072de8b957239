import type { ComponentProps, ReactNode } from 'react'
import { DeliveryMeta } from '@/ui/delivery-meta'
import { ErrorSign } from '@/ui/ornament'

/**
 * Form fields. No hooks and no translations of their own: they serve server components and forms
 * with `useActionState` alike. Label above, help under it, the error under the help; optional is
 * said, required is not. `id` is where the error summary links to.
 */
export interface FieldFrame {
  id: string
  label: ReactNode
  help?: ReactNode
  /** The sentence that says what to do. Its presence marks the field as wrong. */
  error?: ReactNode
  /** Said before the error to those who can't see its sign: «خطأ:», "Error:". */
  errorLabel?: string
  /** «اختياري», "optional": shown in brackets after the label. */
  optionalLabel?: string
}

const helpId = (id: string) => `${id}-help`
const errorId = (id: string) => `${id}-error`

/** `aria-describedby` and `aria-invalid` of a control in this frame. */
export function describedBy({ id, help, error }: Pick<FieldFrame, 'id' | 'help' | 'error'>) {
  const ids = [help ? helpId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? (true as const) : undefined }
}

/** What a label or legend says. */
export function LabelText({ label, optionalLabel }: Pick<FieldFrame, 'label' | 'optionalLabel'>) {
  return (
    <>
      {label} {optionalLabel ? <span className="optional">({optionalLabel})</span> : null}
    </>
  )
}

/** Help, and the error under it. */
export function FieldNotes({ id, help, error, errorLabel }: Omit<FieldFrame, 'label'>) {
  return (
    <>
      {help ? (
        <span className="help" id={helpId(id)}>
          {help}
        </span>
      ) : null}
      {error ? (
        <span className="error" id={errorId(id)}>
          <ErrorSign />{' '}
          <span>
            {errorLabel ? <span className="vh">{errorLabel} </span> : null}
            {error}
          </span>
        </span>
      ) : null}
    </>
  )
}

export const fieldClass = (error: ReactNode) => (error ? 'field field-error' : 'field')

/** A label, help and error around any one control whose id is `id`. */
export function Field({ children, ...frame }: FieldFrame & { children: ReactNode }) {
  return (
    <div className={fieldClass(frame.error)}>
      <label className="label" htmlFor={frame.id}>
        <LabelText {...frame} />
      </label>
      <FieldNotes {...frame} />
      {children}
    </div>
  )
}

type Control<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Tag>,
  'id' | 'className' | 'style' | 'aria-invalid' | 'aria-describedby'
>

function splitFrame<Props extends FieldFrame>(props: Props) {
  const { id, label, help, error, errorLabel, optionalLabel, ...control } = props
  return { frame: { id, label, help, error, errorLabel, optionalLabel }, control }
}

/**
 * One line, laid out in the direction of what is typed; `dir="ltr"` for numbers and addresses.
 * `width="phone"` for telephone numbers, references and codes.
 */
export function TextInput({ width, ...props }: FieldFrame & Control<'input'> & { name: string; width?: 'phone' }) {
  const { frame, control } = splitFrame(props)
  return (
    <Field {...frame}>
      <input
        type="text"
        dir="auto"
        {...control}
        {...describedBy(frame)}
        id={frame.id}
        className={width === 'phone' ? 'input input-phone' : 'input'}
      />
    </Field>
  )
}

/** Several lines, laid out in the direction of what is typed. */
export function TextArea(props: FieldFrame & Control<'textarea'> & { name: string }) {
  const { frame, control } = splitFrame(props)
  return (
    <Field {...frame}>
      <textarea rows={6} dir="auto" {...control} {...describedBy(frame)} id={frame.id} className="input" />
    </Field>
  )
}

export interface Option {
  value: string
  label: string
  isDisabled?: boolean
}

/** `emptyLabel` adds a first option without a value. */
export function Select({
  options,
  emptyLabel,
  ...props
}: FieldFrame &
  Omit<Control<'select'>, 'children'> & { name: string; options: readonly Option[]; emptyLabel?: string }) {
  const { frame, control } = splitFrame(props)
  return (
    <Field {...frame}>
      <select {...control} {...describedBy(frame)} id={frame.id} className="input input-select">
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function FileInput(props: FieldFrame & Control<'input'> & { name: string }) {
  const { frame, control } = splitFrame(props)
  return (
    <Field {...frame}>
      <input {...control} {...describedBy(frame)} type="file" id={frame.id} className="input input-file" />
    </Field>
  )
}

export interface Choice {
  value: string
  label: ReactNode
  help?: ReactNode
}

/**
 * Radios (`type="radio"`, `defaultValue` one value) or boxes (`type="checkbox"`, an array).
 * The first choice has the id `id`, so that the error summary leads to it.
 */
export function Choices({
  name,
  type = 'radio',
  options,
  defaultValue,
  ...frame
}: FieldFrame & {
  name: string
  type?: 'radio' | 'checkbox'
  options: readonly Choice[]
  defaultValue?: string | readonly string[]
}) {
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? [])
  const { 'aria-describedby': described } = describedBy(frame)
  return (
    <div className={fieldClass(frame.error)}>
      <fieldset aria-describedby={described}>
        <legend>
          <LabelText {...frame} />
        </legend>
        <FieldNotes {...frame} />
        <div className="choices">
          {options.map((option, index) => {
            const id = index === 0 ? frame.id : `${frame.id}-${option.value}`
            return (
              <label className="choice" key={option.value} htmlFor={id}>
                <input
                  type={type}
                  name={name}
                  value={option.value}
                  id={id}
                  defaultChecked={chosen.includes(option.value)}
                  aria-describedby={option.help ? helpId(id) : undefined}
                />{' '}
                <span>
                  {option.label}
                  {option.help ? (
                    <span className="help" id={helpId(id)}>
                      {option.help}
                    </span>
                  ) : null}
                </span>
              </label>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

/** One box with its own error: consent, "I wish to stay anonymous". */
export function Checkbox({
  name,
  value = 'yes',
  isChecked,
  hides,
  ...frame
}: FieldFrame & {
  name: string
  value?: string
  isChecked?: boolean
  /** A selector of what is not asked for while it is chosen, where the style sheet can't say so. */
  hides?: string
}) {
  return (
    <div className={fieldClass(frame.error)}>
      <FieldNotes {...frame} help={undefined} />
      <label className="choice" htmlFor={frame.id}>
        <input
          type="checkbox"
          name={name}
          value={value}
          id={frame.id}
          defaultChecked={isChecked}
          data-hides={hides}
          {...describedBy(frame)}
        />{' '}
        <span>
          <LabelText {...frame} />
        </span>
      </label>
      {frame.help ? (
        <span className="help" id={helpId(frame.id)}>
          {frame.help}
        </span>
      ) : null}
    </div>
  )
}

/** First in the page after a refused form: takes the focus without script and links to each field. */
export function ErrorSummary({
  word,
  status,
  title,
  errors,
  note,
}: {
  /** "Error:", which the delivery puts before the document's title: it is the first thing read out. */
  word: string
  /** The status of the answer, for monitoring: 422 to correct, 429 too many, 409 over, 503 ours to fix. */
  status: 422 | 429 | 409 | 503
  title: ReactNode
  errors: readonly { fieldId: string; text: ReactNode }[]
  /** What becomes of what was typed. */
  note?: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the summary must be heard first after the page came back
    // biome-ignore lint/a11y/useSemanticElements: a group of links, not of controls
    <div className="error-summary" id="errors" tabIndex={-1} autoFocus role="group" aria-labelledby="errors-title">
      <DeliveryMeta titlePrefix={word} status={status} />
      <h2 id="errors-title">{title}</h2>
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={error.fieldId}>
              <a href={`#${error.fieldId}`}>{error.text}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {note ? <p>{note}</p> : null}
    </div>
  )
}
