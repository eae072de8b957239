import { convertLexicalNodesToJSX, type JSXConverters } from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { linkTarget, listItems, type RichTextNode, richTextChapters } from '@/features/site/domain/rich-text'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Section } from '@/ui/page'
import { MixedText } from '@/ui/text'

const BOLD = 1

/** A link an editor wrote: `/privacy` means that page in the reader's language. */
function address(url: string, locale: Locale): string {
  if (!url.startsWith('/') || /^\/(ar|en|media)(\/|$|#)/.test(url)) return url
  return href(locale, url as `/${string}`)
}

type Converter = (args: {
  node: RichTextNode
  nodesToJSX(args: { nodes: RichTextNode[]; converters?: JSXConverters }): ReactNode[]
}) => ReactNode

/** Looked up by a node's type, whatever that is: without a prototype it finds no `constructor`. */
const byType = (converters: Record<string, Converter>): JSXConverters => Object.assign(Object.create(null), converters)

/** What stands in a line. Of anything else the words are kept. */
function lineConverters(locale: Locale): JSXConverters {
  const inside: Converter = ({ node, nodesToJSX }) => <>{nodesToJSX({ nodes: node.children })}</>
  const link: Converter = (args) => {
    const url = linkTarget(args.node)
    if (url === null) return inside(args)
    return (
      <a href={address(url, locale)} rel={/^https?:/i.test(url) ? 'noopener noreferrer' : undefined}>
        {inside(args)}
      </a>
    )
  }
  return byType({
    text: ({ node: { text, format } }) => {
      if (text === '') return null
      const words = <MixedText text={text} locale={locale} />
      return typeof format === 'number' && format & BOLD ? <strong>{words}</strong> : words
    },
    linebreak: () => <br />,
    link,
    autolink: link,
    unknown: inside,
  })
}

/** What pages show: no inline styles, headings from the second level. */
function blockConverters(line: JSXConverters): JSXConverters {
  return byType({
    paragraph: ({ node, nodesToJSX }) => <p>{nodesToJSX({ nodes: node.children, converters: line })}</p>,
    heading: ({ node, nodesToJSX }) => <h3>{nodesToJSX({ nodes: node.children, converters: line })}</h3>,
    quote: ({ node, nodesToJSX }) => (
      <blockquote>
        <p>{nodesToJSX({ nodes: node.children, converters: line })}</p>
      </blockquote>
    ),
    list: ({ node, nodesToJSX }) => {
      const items = listItems(node).map(({ content, lists }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static content, its place is its identity
        <li key={place}>
          {nodesToJSX({ nodes: content, converters: line })}
          {nodesToJSX({ nodes: lists })}
        </li>
      ))
      return node.listType === 'number' ? <ol>{items}</ol> : <ul className="dots">{items}</ul>
    },
  })
}

const parent = { type: 'root', version: 1 }

/** Rich text of the CMS as a page: each chapter a section with its heading at the side. */
export function RichTextSections({ value, locale }: { value: unknown; locale: Locale }) {
  const line = lineConverters(locale)
  const blocks = blockConverters(line)
  const show = (nodes: RichTextNode[], converters: JSXConverters) =>
    convertLexicalNodesToJSX({ converters, nodes, parent, disableIndent: true, disableTextAlign: true })
  return richTextChapters(value).map(({ heading, nodes }, index) => {
    const id = `chapter-${index + 1}`
    if (heading === null) {
      return (
        <div key={id} className="prose pb-12">
          {show(nodes, blocks)}
        </div>
      )
    }
    return (
      <Section key={id} id={id} title={show(heading.children, line)} className="prose">
        {show(nodes, blocks)}
      </Section>
    )
  })
}
