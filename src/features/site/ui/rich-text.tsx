import { type Block, type Inline, richTextChapters } from '@/features/site/domain/rich-text'
import { href } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { Section } from '@/ui/page'
import { MixedText } from '@/ui/text'

/** A link an editor wrote: `/privacy` means that page in the reader's language. */
function address(url: string, locale: Locale): string {
  if (!url.startsWith('/') || /^\/(ar|en|media)(\/|$|#)/.test(url)) return url
  return href(locale, url as `/${string}`)
}

function Inlines({ content, locale }: { content: readonly Inline[]; locale: Locale }) {
  return content.map((inline, index) => {
    // The content is static: places are the only identity its parts have.
    const key = `${inline.kind}-${index}`
    if (inline.kind === 'break') return <br key={key} />
    if (inline.kind === 'link') {
      return (
        <a key={key} href={address(inline.url, locale)} rel={inline.isExternal ? 'noopener noreferrer' : undefined}>
          <Inlines content={inline.content} locale={locale} />
        </a>
      )
    }
    const text = <MixedText key={key} text={inline.text} locale={locale} />
    return inline.isStrong ? <strong key={key}>{text}</strong> : text
  })
}

function Blocks({ blocks, locale }: { blocks: readonly Block[]; locale: Locale }) {
  return blocks.map((block, index) => {
    const key = `${block.kind}-${index}`
    if (block.kind === 'list') {
      const items = block.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static content, its place is its identity
        <li key={place}>
          <Inlines content={item.content} locale={locale} />
          <Blocks blocks={item.lists} locale={locale} />
        </li>
      ))
      return block.isOrdered ? (
        <ol key={key}>{items}</ol>
      ) : (
        <ul key={key} className="dots">
          {items}
        </ul>
      )
    }
    const content = <Inlines content={block.content} locale={locale} />
    if (block.kind === 'heading') return block.level === 2 ? <h2 key={key}>{content}</h2> : <h3 key={key}>{content}</h3>
    if (block.kind === 'quote') {
      return (
        <blockquote key={key}>
          <p>{content}</p>
        </blockquote>
      )
    }
    return <p key={key}>{content}</p>
  })
}

/**
 * Rich text of the CMS as a page: each chapter a section with its heading at the side. No inline
 * styles, headings from the second level, nothing unknown.
 */
export function RichTextSections({ value, locale }: { value: unknown; locale: Locale }) {
  return richTextChapters(value).map(({ heading, blocks }, index) => {
    const id = `chapter-${index + 1}`
    if (heading === null) {
      return (
        <div key={id} className="prose pb-12">
          <Blocks blocks={blocks} locale={locale} />
        </div>
      )
    }
    return (
      <Section key={id} id={id} title={<Inlines content={heading} locale={locale} />} className="prose">
        <Blocks blocks={blocks} locale={locale} />
      </Section>
    )
  })
}
