import type { ReactNode } from 'react'

export interface Fact {
  term: ReactNode
  value: ReactNode
  key?: string
}

/** Names and values, ruled. What has no value isn't shown at all. */
export function Facts({ items, isRuled = true }: { items: readonly Fact[]; isRuled?: boolean }) {
  if (items.length === 0) return null
  return (
    <dl className={isRuled ? 'facts facts-ruled' : 'facts'}>
      {items.map((item, index) => (
        <div key={item.key ?? index}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Bullets: the association's dot. */
export function Dots({ children }: { children: ReactNode }) {
  return <ul className="dots">{children}</ul>
}

/** A ruled index of plain sentences, each a link. */
export function Needs({ items }: { items: readonly { href: string; label: ReactNode }[] }) {
  return (
    <ul className="needs">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>{item.label}</a>
        </li>
      ))}
    </ul>
  )
}

/** Numbered steps, the number in the margin. */
export function Steps({ items }: { items: readonly { title: ReactNode; text?: ReactNode; key: string }[] }) {
  return (
    <ol className="steps">
      {items.map((item) => (
        <li key={item.key}>
          <div>
            <b>{item.title}</b> {item.text}
          </div>
        </li>
      ))}
    </ol>
  )
}
