import { Button } from '@/ui/button'

/** A question to the site, as a GET form. `id` tells two of them on one page apart. */
export function SearchForm({
  id,
  action,
  label,
  submitLabel,
  question,
}: {
  id: string
  /** Address of the search page in the reader's language. */
  action: string
  label: string
  submitLabel: string
  question?: string
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to the browsers of old phones
    <form className="search" role="search" action={action} method="get" aria-labelledby={`${id}-label`}>
      <div className="field">
        <label className="label" htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        <input
          className="input"
          type="search"
          id={id}
          name="q"
          dir="auto"
          defaultValue={question}
          autoComplete="off"
          enterKeyHint="search"
        />
      </div>
      <Button>{submitLabel}</Button>
    </form>
  )
}
