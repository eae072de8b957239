import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { PictureSize } from '../server/guide'

const shown = new Set('h1 h2 h3 p strong code blockquote ol ul li table thead tbody tr th td img'.split(' '))

const picturePath = /^images\/editors\/((?:ar|en)-[a-z-]+\.png)$/

/**
 * The guide's Markdown as its page shows it.
 * @throws on whatever the page can't show, so that a test finds it and no reader does
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
    p: ({ node, children }) =>
      node?.children.some((child) => child.type === 'element' && child.tagName === 'img') ? (
        children
      ) : (
        <p>{children}</p>
      ),
    img: ({ src, alt }) => {
      const name = picturePath.exec(String(src))?.[1]
      if (name === undefined) throw new Error(`The staff's guide can't show the picture ${src}.`)
      // biome-ignore lint/performance/noImgElement: a file of the association's own, with an access check of its own.
      return <img src={`/admin-files/guide/${name}`} alt={alt} loading="lazy" {...sizes.get(name)} />
    },
  }
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      components={components}
      allowElement={({ tagName }) => {
        if (shown.has(tagName)) return true
        throw new Error(`The staff's guide can't show <${tagName}>.`)
      }}
    >
      {markdown}
    </Markdown>
  )
}
