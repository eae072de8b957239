import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { encodeSegment } from '@/delivery/address'
import { type Answer, compress, prepareAnswer } from '@/delivery/answer'
import { contentTypeOf } from '@/delivery/content-type'
import { cacheControl, type Header } from '@/delivery/headers'

/** Whether a file's name changes when its content does: the fonts' names carry their version. */
const isImmutable = (url: string): boolean =>
  url.startsWith('/_next/static/') || url.startsWith('/fonts/') || /[.-][0-9a-f]{8,}\.\w+$/.test(url)

async function walk(directory: string, prefix: string, found: Map<string, string>): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
    if (entry.name.startsWith('.') && entry.name !== '.well-known') continue
    const [file, url] = [path.join(directory, entry.name), `${prefix}/${encodeSegment(entry.name)}`]
    if (entry.isDirectory()) await walk(file, url, found)
    else if (entry.isFile()) found.set(url, file)
  }
}

export interface FilesOptions {
  publicDir: string
  /** Next's `static` folder of this build. */
  staticDir: string
  /** Holds one folder for each build; see {@link Files.keepStyles}. */
  cacheDir: string
  buildId: string
  headers: readonly Header[]
}

/** The files of the site itself: `public/` and what the build made for browsers. */
export class Files {
  private readonly answers = new Map<string, Answer>()
  private readonly reading = new Map<string, Promise<Answer | null>>()

  private constructor(
    private readonly options: FilesOptions,
    private readonly files: ReadonlyMap<string, string>,
  ) {}

  /** Looks once what there is: an address that is not in the list touches no disk. */
  static async open(options: FilesOptions): Promise<Files> {
    const found = new Map<string, string>()
    const builds = (await readdir(options.cacheDir).catch(() => [])).filter((build) => build !== options.buildId)
    for (const build of builds) await walk(path.join(options.cacheDir, build, 'static'), '/_next/static', found)
    await walk(options.publicDir, '', found)
    await walk(options.staticDir, '/_next/static', found)
    return new Files(options, found)
  }

  /** Addresses of `public/` and of what the build made. */
  get addresses(): IterableIterator<[url: string, file: string]> {
    return this.files.entries()
  }

  has(url: string): boolean {
    return this.files.has(url)
  }

  /** The answer if it has been read before. */
  ready(url: string): Answer | undefined {
    return this.answers.get(url)
  }

  /** Reads and compresses a file once. Null when there is none. */
  async answer(url: string): Promise<Answer | null> {
    const ready = this.answers.get(url)
    if (ready) return ready
    let reading = this.reading.get(url)
    if (!reading) {
      reading = this.read(url).finally(() => this.reading.delete(url))
      this.reading.set(url, reading)
    }
    return reading
  }

  /**
   * Pages of this build that a later build falls back to need this build's styles and fonts, so
   * they are kept beside the cached pages. Scripts are not: public pages use none of the build's.
   */
  async keepStyles(): Promise<void> {
    const target = path.join(this.options.cacheDir, this.options.buildId, 'static')
    for (const [url, file] of this.files) {
      if (!file.startsWith(this.options.staticDir + path.sep) || !/\.(css|woff2?)$/.test(url)) continue
      const copy = path.join(target, path.relative(this.options.staticDir, file))
      await mkdir(path.dirname(copy), { recursive: true })
      await cp(file, copy)
    }
  }

  private async read(url: string): Promise<Answer | null> {
    const file = this.files.get(url)
    if (!file) return null
    const body = await readFile(file).catch(() => null)
    if (!body) return null
    const contentType = contentTypeOf(file)
    const caching: Header = ['Cache-Control', isImmutable(url) ? cacheControl.immutable : cacheControl.revalidate]
    const content = { status: 200, contentType, body, headers: [...this.options.headers, caching] }
    const answer = prepareAnswer(content, await compress(body, contentType, 9))
    this.answers.set(url, answer)
    return answer
  }
}
