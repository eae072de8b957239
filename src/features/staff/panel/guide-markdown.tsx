import Markdown, { type Components, type ExtraProps } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { PictureSize } from '../server/guide'

const shown = new Set('h1 h2 h3 p strong code blockquote ol ul li table thead tbody tr th td img'.split(' '))

const picturePath = /^images\/editors\/((?:ar|en)-[a-z-]+\.png)$/

type HtmlElement = NonNullable<ExtraProps['node']>
/** What the page shows is elements and text; HTML in the Markdown is `raw`, comments too. */
type HtmlNode = HtmlElement['children'][number]

const isPicture = (node: HtmlNode | undefined): boolean => node?.type === 'element' && node.tagName === 'img'

interface MarkdownNode {
  type: string
  children?: MarkdownNode[]
}

/** @throws on what stands nowhere by itself: addresses of links, and footnotes */
function refuseDefinitions({ type, children = [] }: MarkdownNode): void {
  if (/definition$/i.test(type)) throw new Error(`The staff's guide can't show a ${type}.`)
  children.forEach(refuseDefinitions)
}

/** @throws on the first node that the page can't show */
function refuseUnshown(parent: Pick<HtmlElement, 'children'> & { tagName?: string }): void {
  for (const node of parent.children) {
    if (node.type === 'element') {
      if (!shown.has(node.tagName)) throw new Error(`The staff's guide can't show <${node.tagName}>.`)
      if (isPicture(node) && (parent.tagName !== 'p' || parent.children.length > 1)) {
        throw new Error("The staff's guide can't show a picture among words: it stands alone in its paragraph.")
      }
      refuseUnshown(node)
    } else if (node.type !== 'text') {
      throw new Error(`The staff's guide can't show HTML: ${node.value.slice(0, 80)}`)
    }
  }
}

/**
 * The guide's Markdown as its page shows it.
 * @throws on anything that the page can't show, so that a test finds it before a reader does
 */
export function GuideMarkdown({
  markdown,
  id,
  sizes,
}: {
  markdown: string
  /** Of its second-level heading. */
  id?: string
  sizes: ReadonlyMap<string, PictureSize>
}) {
  const components: Components = {
    h2: ({ children }) => <h2 id={id}>{children}</h2>,
    code: ({ children }) => <code dir="ltr">{children}</code>,
    blockquote: ({ children }) => <div className="guide-note">{children}</div>,
    th: ({ children }) => <th scope="col">{children}</th>,
    // A picture stands alone in its paragraph.
    p: ({ node, children }) => (isPicture(node?.children[0]) ? children : <p>{children}</p>),
    img: ({ src, alt }) => {
      const name = picturePath.exec(String(src))?.[1]
      if (name === undefined) throw new Error(`The staff's guide can't show the picture ${src}.`)
      // biome-ignore lint/performance/noImgElement: a file of the association's own, with an access check of its own.
      return <img src={`/admin-files/guide/${name}`} alt={alt} loading="lazy" {...sizes.get(name)} />
    },
  }
  return (
    <Markdown
      remarkPlugins={[remarkGfm, () => refuseDefinitions]}
      rehypePlugins={[() => refuseUnshown]}
      components={components}
    >
      {markdown}
    </Markdown>
  )
}
