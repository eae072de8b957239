import type { ReactNode } from 'react'
import { telephoneHref } from '@/platform/telephone-href'

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

/** A telephone number that can be pressed. */
export function TelephoneLink({ number }: { number: string }) {
  return (
    <a href={telephoneHref(number)}>
      <Num>{number}</Num>
    </a>
  )
}

/** Latin letters and what may stand between them: `Creative Mom`, `info@example.org`, `PDF`. */
const latinRun = /[A-Za-z][A-Za-z0-9]*(?:[ .,@:/_'’&-]+[A-Za-z0-9]+)*/
/** A number in groups, as telephone numbers are: it would break, or in Arabic be shown from its end. */
const groupedNumber = /\+?[\d\u0660-\u0669][\d\u0660-\u0669 ()-]{4,}[\d\u0660-\u0669]/
const runs = {
  ar: new RegExp(`${latinRun.source}|${groupedNumber.source}`, 'g'),
  en: new RegExp(groupedNumber.source, 'g'),
} as const

/**
 * A text with its numbers in groups marked, and in Arabic its Latin runs.
 * @param hasTelephones its numbers in groups are telephone numbers, to be pressed
 */
export function MixedText({
  text,
  locale,
  hasTelephones = false,
}: {
  text: string
  locale: 'ar' | 'en'
  hasTelephones?: boolean
}) {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(runs[locale])) {
    const [run] = match
    const key = match.index
    const shown = /^[A-Za-z]/.test(run) ? (
      <Latin key={key}>{run}</Latin>
    ) : hasTelephones ? (
      <TelephoneLink key={key} number={run} />
    ) : (
      <Num key={key}>{run}</Num>
    )
    parts.push(text.slice(end, key), shown)
    end = key + run.length
  }
  parts.push(text.slice(end))
  return <>{parts}</>
}
