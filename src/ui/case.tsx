import type { ReactNode } from 'react'

export type StatusTone = 'plain' | 'done' | 'warn' | 'danger' | 'wait'

/** A dot and words; hollow means waiting. Colour is never alone. */
export function Status({ tone = 'plain', children }: { tone?: StatusTone; children: ReactNode }) {
  return <p className={tone === 'plain' ? 'status' : `status status-${tone}`}>{children}</p>
}

export interface TimelineItem {
  key: string
  title: ReactNode
  text?: ReactNode
  when?: ReactNode
  /** Filled dot, ringed dot, hollow dot. */
  state: 'past' | 'now' | 'next'
}

/** What happened, what is now, what is to come: the thread, upright. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item, index) => {
        const isBeforeNext = items[index + 1]?.state === 'next'
        const classes = [item.state === 'past' ? '' : item.state, isBeforeNext ? 'before-next' : '']
        return (
          <li key={item.key} className={classes.filter(Boolean).join(' ') || undefined}>
            <b>{item.title}</b> {item.text} {item.when ? <span className="when">{item.when}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** The association's answer. */
export function Letter({
  id,
  title,
  children,
  signature,
  after,
}: {
  id: string
  title: ReactNode
  children: ReactNode
  signature?: ReactNode
  after?: ReactNode
}) {
  return (
    <section className="letter" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="letter-text">{children}</div>
      {signature ? <p className="muted">{signature}</p> : null}
      {after}
    </section>
  )
}

/** A person's own words, marked as a quotation. */
export function Quote({ children }: { children: ReactNode }) {
  return <blockquote className="quote">{children}</blockquote>
}
