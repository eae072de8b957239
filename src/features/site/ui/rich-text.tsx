import { convertLexicalNodesToJSX, type JSXConverters } from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { isLinkTarget, listItems, type RichTextNode, richTextChapters } from '@/features/site/domain/rich-text'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { Page } from '@/payload-types'
import { Section } from '@/ui/page'
import { MixedText } from '@/ui/text'

const BOLD = 1

/** A link an editor wrote: `/privacy` means that page in the reader's language. */
function address(url: string, locale: Locale): string {
  if (!url.startsWith('/') || /^\/(ar|en|media)(\/|$|#)/.test(url)) return url
  return href(locale, url as `/${string}`)
}

type Converter = (args: { node: RichTextNode; nodesToJSX(args: { nodes: RichTextNode[] }): ReactNode[] }) => ReactNode

/** What pages show: no inline styles, headings from the second level. Of anything else the words are kept. */
function convertersFor(locale: Locale) {
  const inside: Converter = ({ node, nodesToJSX }) => <>{nodesToJSX({ nodes: node.children ?? [] })}</>
  const link: Converter = (args) => {
    const url = String((args.node.fields as { url?: unknown } | undefined)?.url ?? '').trim()
    if (!isLinkTarget(url)) return inside(args)
    return (
      <a href={address(url, locale)} rel={/^https?:/i.test(url) ? 'noopener noreferrer' : undefined}>
        {inside(args)}
      </a>
    )
  }
  return {
    text: ({ node }) => {
      if (!node.text) return null
      const text = <MixedText text={String(node.text)} locale={locale} />
      return Number(node.format) & BOLD ? <strong>{text}</strong> : text
    },
    linebreak: () => <br />,
    link,
    autolink: link,
    paragraph: ({ node, nodesToJSX }) => {
      const content = nodesToJSX({ nodes: node.children ?? [] })
      return content.length > 0 ? <p>{content}</p> : null
    },
    heading: (args) => <h3>{inside(args)}</h3>,
    quote: (args) => (
      <blockquote>
        <p>{inside(args)}</p>
      </blockquote>
    ),
    list: ({ node, nodesToJSX }) => {
      const items = listItems(node).map((nodes, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static content, its place is its identity
        <li key={place}>{nodesToJSX({ nodes })}</li>
      ))
      return node.listType === 'number' ? <ol>{items}</ol> : <ul className="dots">{items}</ul>
    },
    unknown: inside,
  } satisfies Record<string, Converter>
}

/** Rich text of the CMS as a page: each chapter a section with its heading at the side. */
export function RichTextSections({ value, locale }: { value: Page['body']; locale: Locale }) {
  const converters = convertersFor(locale) as JSXConverters
  if (!value) return null
  const show = (nodes: RichTextNode[]) =>
    convertLexicalNodesToJSX({ converters, nodes, parent: value.root, disableIndent: true, disableTextAlign: true })
  return richTextChapters(value.root.children).map(({ heading, nodes }, index) => {
    const id = `chapter-${index + 1}`
    if (heading === null) {
      return (
        <div key={id} className="prose pb-12">
          {show(nodes)}
        </div>
      )
    }
    return (
      <Section key={id} id={id} title={show(heading.children ?? [])} className="prose">
        {show(nodes)}
      </Section>
    )
  })
}
