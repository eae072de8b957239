/**
 * Cuts IBM Plex Sans Arabic to the characters the site uses and writes what refers to the files.
 *
 *   node scripts/fonts.mjs            write public/fonts, src/ui/styles/fonts.css, src/ui/font-files.ts
 *   node scripts/fonts.mjs --check    fail when something committed is out of date
 *
 * Two files a weight: what nearly every page needs, and the rest of the family by `unicode-range`,
 * which a browser fetches only when a page holds such a character. Names carry a hash of the
 * content, so that they can be cached for ever.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const isCheck = process.argv.includes('--check')
const source = path.join(root, 'node_modules/@ibm/plex-sans-arabic/fonts/complete/woff2')
const folder = path.join(root, 'public/fonts')

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Letters, marks and digits of Arabic as written in Saudi Arabia, printable ASCII, the signs of the texts. */
const core = [
  ...range(0x20, 0x7e),
  0xa0,
  0xab,
  0xbb,
  0xa9,
  0xb7,
  0xd7,
  0x60c,
  0x61b,
  0x61f,
  ...range(0x621, 0x63a),
  ...range(0x640, 0x652),
  ...range(0x660, 0x66c),
  0x670,
  0x671,
  0x200c,
  0x200d,
  0x200e,
  0x200f,
  0x2011,
  0x2013,
  0x2014,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2026,
  0x202f,
  0x2190,
  0x2192,
  0x2212,
]
/** What names, quotations and other Arabic-script languages may bring. */
const rest = [...range(0xa1, 0x17f), ...range(0x610, 0x6ff), ...range(0x2010, 0x2044), 0x20ac, 0x2122].filter(
  (point) => !core.includes(point),
)
/** Light sets large figures only. */
const figures = [...range(0x30, 0x39), 0x20, 0x25, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x3a, 0xa0, 0x66b, 0x66c, 0x2212]

const cuts = [
  { name: 'plex-arabic-400', file: 'IBMPlexSansArabic-Regular.woff2', weight: 400, points: core },
  { name: 'plex-arabic-400-more', file: 'IBMPlexSansArabic-Regular.woff2', weight: 400, points: rest },
  { name: 'plex-arabic-600', file: 'IBMPlexSansArabic-SemiBold.woff2', weight: 600, points: core },
  { name: 'plex-arabic-600-more', file: 'IBMPlexSansArabic-SemiBold.woff2', weight: 600, points: rest },
  { name: 'plex-arabic-300-figures', file: 'IBMPlexSansArabic-Light.woff2', weight: 300, points: figures },
]

/** CSS `unicode-range` of code points. */
function unicodeRange(points) {
  const sorted = [...points].sort((left, right) => left - right)
  const runs = []
  for (const point of sorted) {
    const last = runs.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else runs.push([point, point])
  }
  const hex = (point) => point.toString(16)
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ')
}

/** As biome breaks a line of CSS that is too long. */
const inCss = (value) => (value.length > 100 ? `\n    ${value}` : ` ${value}`)

const outputs = new Map()
const faces = []
for (const cut of cuts) {
  const bytes = await subsetFont(readFileSync(path.join(source, cut.file)), String.fromCodePoint(...cut.points), {
    targetFormat: 'woff2',
  })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const file = `${cut.name}.${hash}.woff2`
  outputs.set(path.join(folder, file), bytes)
  faces.push({ ...cut, url: `/fonts/${file}`, kilobytes: (bytes.length / 1024).toFixed(1) })
}

const css = `/* Written by scripts/fonts.mjs. */
${faces
  .map(
    ({ url, weight, points }) => `@font-face {
  font-family: "IBM Plex Sans Arabic";
  font-weight: ${weight};
  font-style: normal;
  font-display: swap;
  src: url("${url}") format("woff2");
  unicode-range:${inCss(unicodeRange(points))};
}
`,
  )
  .join('')}`
outputs.set(path.join(root, 'src/ui/styles/fonts.css'), Buffer.from(css))
outputs.set(
  path.join(root, 'src/ui/font-files.ts'),
  Buffer.from(`/** Written by scripts/fonts.mjs: the files every page needs at once, for text and for headings. */
export const pageFontUrls = [${faces
    .filter(({ url }) => /-\d+\.\w+\.woff2$/.test(url))
    .map(({ url }) => `'${url}'`)
    .join(', ')}] as const
`),
)
outputs.set(
  path.join(folder, 'LICENSE.txt'),
  readFileSync(path.join(root, 'node_modules/@ibm/plex-sans-arabic/LICENSE.txt')),
)

const strangers = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => path.join(folder, name))
      .filter((file) => !outputs.has(file))
  : []
const stale = [...outputs].filter(([file, bytes]) => !existsSync(file) || !readFileSync(file).equals(bytes))

if (isCheck) {
  if (stale.length + strangers.length > 0) {
    console.error(
      `Out of date: ${[...stale.map(([file]) => file), ...strangers].join(', ')}. Run: node scripts/fonts.mjs`,
    )
    process.exit(1)
  }
  console.log('Fonts are up to date.')
} else {
  mkdirSync(folder, { recursive: true })
  for (const file of strangers) rmSync(file)
  for (const [file, bytes] of stale) writeFileSync(file, bytes)
  for (const { url, kilobytes } of faces) console.log(`${url}  ${kilobytes} KB`)
}
