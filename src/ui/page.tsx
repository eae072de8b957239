import type { ReactNode } from 'react'

/** The pages above this one; the page itself is its heading. `label` names the landmark. */
export function Crumbs({ label, items }: { label: string; items: readonly { href: string; label: string }[] }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The page's h1, with a status line above it and a lead and actions below. */
export function PageHead({
  title,
  status,
  lead,
  children,
}: {
  title: ReactNode
  status?: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="page-head">
      {status}
      <h1>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </header>
  )
}

/** A region that opens with a heavy rule and carries its heading at the side. */
export function Section({
  id,
  title,
  aside,
  children,
  className,
}: {
  /** The heading's id; the region is named by it. */
  id: string
  title: ReactNode
  /** Under the heading. */
  aside?: ReactNode
  children: ReactNode
  /** For the body, as in `title-page`. */
  className?: string
}) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      <div className={className ? `section-body ${className}` : 'section-body'}>{children}</div>
    </section>
  )
}

/** The text and a narrower column beside it; one under the other on phones. */
export function Split({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="split">
      <div className="stack-l">{children}</div>
      {aside}
    </div>
  )
}

/** A region set apart on sand. */
export function Panel({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** A remark beside the text. */
export function Note({ children }: { children: ReactNode }) {
  return <div className="note">{children}</div>
}

/** More, one tap away. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="more">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
