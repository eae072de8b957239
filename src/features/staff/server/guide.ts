import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locale } from '@/i18n/routing'
import { sharp } from '@/platform/sharp'

/** A second-level heading and what stands under it, as Markdown. */
export interface GuideChapter {
  id: string
  title: string
  markdown: string
}

export interface Guide {
  /** The title, and what stands before the first chapter. */
  opening: string
  chapters: GuideChapter[]
}

/** The size that keeps a picture's place while it loads, in CSS pixels. */
export interface PictureSize {
  width: number
  height: number
}

const folder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'docs')
const pictureName = /^(ar|en)-[a-z-]+\.png$/

/** The staff's guide in one language, from `docs/EDITORS.<locale>.md`. */
export async function readGuide(locale: Locale): Promise<Guide> {
  const [opening = '', ...chapters] = (await readFile(path.join(folder(), `EDITORS.${locale}.md`), 'utf8')).split(
    /^(?=## )/m,
  )
  return {
    opening,
    chapters: chapters.map((markdown, index) => ({
      id: `part-${index + 1}`,
      title: /^## (.+)/.exec(markdown)?.[1] ?? '',
      markdown,
    })),
  }
}

/** The bytes of one of its pictures (PNG), or null when there is none of this name. */
export async function readGuidePicture(name: string): Promise<Buffer | null> {
  if (!pictureName.test(name)) return null
  return await readFile(path.join(folder(), 'images/editors', name)).catch(() => null)
}

/** The sizes of the pictures that a guide shows, by name. */
export async function pictureSizes({ opening, chapters }: Guide): Promise<Map<string, PictureSize>> {
  const sizes = new Map<string, PictureSize>()
  for (const markdown of [opening, ...chapters.map((chapter) => chapter.markdown)]) {
    for (const [, name = ''] of markdown.matchAll(/\(images\/editors\/([^)]+)\)/g)) {
      const png = await readGuidePicture(name)
      if (png === null) continue
      const { width, height } = await sharp(png).metadata()
      sizes.set(name, { width, height })
    }
  }
  return sizes
}
