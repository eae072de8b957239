import type { ReactNode } from 'react'

/** A number that stands beside other text: read left to right, tabular, never broken. */
export function Num({ children }: { children: ReactNode }) {
  return (
    <bdi className="num" dir="ltr">
      {children}
    </bdi>
  )
}

/** A run of Latin script inside Arabic, so that it is spoken and shaped as what it is. */
export function Latin({ children, lang = 'en' }: { children: ReactNode; lang?: string }) {
  return (
    <span lang={lang} dir="ltr">
      {children}
    </span>
  )
}

/** Arabic inside an English page. */
export function Arabic({ children }: { children: ReactNode }) {
  return (
    <span lang="ar" dir="rtl">
      {children}
    </span>
  )
}

/** What a person wrote: its direction is its own and can't upset the sentence around it. */
export function UserText({ children }: { children: ReactNode }) {
  return <bdi>{children}</bdi>
}

/** Said to screen readers, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>
}
