import { LinkifyIt } from 'linkify-it'
import { Fragment, type ReactNode } from 'react'

const addresses = new LinkifyIt()

/** Only what a browser opens as a page or a mail, never another scheme that somebody typed. */
const isSafe = (url: string) => /^(https?:\/\/|mailto:)/i.test(url)

/**
 * A text in which addresses of pages and e-mail addresses can be followed.
 * @param rest shows the words between them; left out, they stand as they are
 */
export function LinkedText({ text, rest = (words) => words }: { text: string; rest?: (words: string) => ReactNode }) {
  const parts: ReactNode[] = []
  let end = 0
  for (const { index, lastIndex, text: shown, url } of addresses.match(text) ?? []) {
    if (!isSafe(url)) continue
    parts.push(
      <Fragment key={end}>{rest(text.slice(end, index))}</Fragment>,
      <a key={`link ${index}`} href={url} rel="noopener noreferrer" dir="ltr">
        {shown}
      </a>,
    )
    end = lastIndex
  }
  parts.push(<Fragment key={end}>{rest(text.slice(end))}</Fragment>)
  return <>{parts}</>
}
