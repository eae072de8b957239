import type { ComponentProps, ReactNode } from 'react'

const className = (isQuiet: boolean) => (isQuiet ? 'button button-quiet' : 'button')

/** Does something. One filled button a group; the others are `isQuiet`. */
export function Button({
  isQuiet = false,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & { isQuiet?: boolean }) {
  return <button {...rest} type={type} className={className(isQuiet)} />
}

/** Goes somewhere. */
export function ButtonLink({ isQuiet = false, ...rest }: ComponentProps<'a'> & { isQuiet?: boolean }) {
  return <a {...rest} className={className(isQuiet)} />
}

/** A row of buttons; whole width on phones. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}

/** A link that ends with an arrow in the reading direction. */
export function GoLink(props: ComponentProps<'a'>) {
  return <a {...props} className="go" />
}
