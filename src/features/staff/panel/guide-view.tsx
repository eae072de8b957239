import type { AdminViewServerProps } from 'payload'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import type { LocalizedText } from '@/platform/localize'
import { type Block, type Inline, type PictureSize, readGuide, readGuidePicture, sizeOfPng } from '../server/guide'

const contents: LocalizedText = { ar: 'في هذا الدليل', en: 'In this guide' }

/** Parts of a page that never changes its order: places are names enough. */
const placed = <Part,>(parts: readonly Part[]) => parts.map((part, place) => ({ part, key: String(place) }))

function Word({ word }: { word: Inline }) {
  switch (word.kind) {
    case 'text':
      return word.text
    case 'strong':
      return (
        <strong>
          <Words inside={word.inside} />
        </strong>
      )
    case 'code':
      return <code dir="ltr">{word.text}</code>
  }
}

function Words({ inside }: { inside: readonly Inline[] }) {
  return placed(inside).map(({ part, key }) => <Word key={key} word={part} />)
}

type Sizes = ReadonlyMap<string, PictureSize>

function Part({ block, sizes }: { block: Block; sizes: Sizes }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading id={block.id}>{block.text}</Heading>
    }
    case 'paragraph':
      return (
        <p>
          <Words inside={block.inside} />
        </p>
      )
    case 'note':
      return (
        <div className="guide-note">
          <Parts blocks={block.inside} sizes={sizes} />
        </div>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {placed(block.items).map(({ part, key }) => (
            <li key={key}>
              <Parts blocks={part} sizes={sizes} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {placed(block.head).map(({ part, key }) => (
                <th key={key} scope="col">
                  <Words inside={part} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed(block.rows).map(({ part: row, key }) => (
              <tr key={key}>
                {placed(row).map(({ part, key }) => (
                  <td key={key}>
                    <Words inside={part} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'picture':
      return (
        // biome-ignore lint/performance/noImgElement: a file of the association's own, with an access check of its own.
        <img src={`/admin-files/guide/${block.name}`} alt={block.alt} loading="lazy" {...sizes.get(block.name)} />
      )
  }
}

function Parts({ blocks, sizes }: { blocks: readonly Block[]; sizes: Sizes }) {
  return placed(blocks).map(({ part, key }) => <Part key={key} block={part} sizes={sizes} />)
}

const picturesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.name]
    if (block.kind === 'list') return block.items.flatMap(picturesIn)
    return block.kind === 'note' ? picturesIn(block.inside) : []
  })

async function sizesOf(names: readonly string[]): Promise<Sizes> {
  const sizes = new Map<string, PictureSize>()
  for (const name of names) {
    const png = await readGuidePicture(name)
    if (png) sizes.set(name, sizeOfPng(png))
  }
  return sizes
}

/** How to work in the panel, in the panel's language: `docs/EDITORS.*.md`, for staff who are signed in. */
export async function GuideView(view: AdminViewServerProps) {
  signedIn(view, '/admin/guide')
  const language = panelLocale(view.initPageResult.req.i18n)
  const blocks = await readGuide(language)
  const sizes = await sizesOf(picturesIn(blocks))
  const [title, ...rest] = blocks
  const first = rest.findIndex((block) => block.kind === 'heading')
  const chapters = rest.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
  return (
    <PageFrame view={view} className="guide">
      {title ? <Part block={title} sizes={sizes} /> : null}
      <Parts blocks={rest.slice(0, first)} sizes={sizes} />
      <nav aria-label={contents[language]}>
        <ol>
          {chapters.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Parts blocks={rest.slice(first)} sizes={sizes} />
    </PageFrame>
  )
}
