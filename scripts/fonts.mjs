/**
 * Cuts IBM Plex Sans Arabic to the characters the site uses and writes what refers to the files.
 *
 *   node scripts/fonts.mjs            write public/fonts, src/ui/styles/fonts.css, src/ui/font-files.ts
 *   node scripts/fonts.mjs --check    fail when something committed is out of date
 *
 * Three files a weight: Arabic, Latin (each with the digits and signs, so that a page in one language
 * reads one file), and the rest of both by `unicode-range`, which a browser fetches only when a page
 * holds such a character. A file of less than 14 KB arrives in the first round trip of a connection.
 * Names carry a hash of the content, so that they can be cached for ever.
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

const pointsOf = (text) => [...new Set(text)].map((sign) => sign.codePointAt(0) ?? 0)
/**
 * The words of the other script that nearly every page holds, and should not need the other file for:
 * the other language's name; on Arabic pages also kinds of files, and the letters that the scanner
 * read in the policy.
 */
const otherScript = {
  onArabicPages: pointsOf('English PDF JPEG PNG HEIC Saul'),
  onEnglishPages: pointsOf('العربية'),
}
/** Digits and signs of texts in either language. */
const common = [
  ...range(0x20, 0x40),
  0x5b,
  0x5d,
  0xa0,
  0xa9,
  0xab,
  0xb7,
  0xbb,
  0xd7,
  ...range(0x200c, 0x200f),
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
/** Letters and marks as written in Saudi Arabia; the site writes its digits 0 to 9. */
const arabic = [
  ...common,
  0x60c,
  0x61b,
  0x61f,
  ...range(0x621, 0x63a),
  ...range(0x640, 0x652),
  ...range(0x66a, 0x66c),
  0x670,
]
/** Printable ASCII. */
const latin = [...common, ...range(0x41, 0x5a), ...range(0x5c, 0x5c), ...range(0x5e, 0x7e)]
/** What names, quotations and other Arabic-script languages may bring. */
const rest = [...range(0xa1, 0x17f), ...range(0x610, 0x6ff), ...range(0x2010, 0x2044), 0x20ac, 0x2122].filter(
  (point) => !arabic.includes(point) && !latin.includes(point),
)
/** Light sets large figures only. */
const figures = [...range(0x30, 0x39), 0x20, 0x25, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x3a, 0xa0, 0x66b, 0x66c, 0x2212]

/** The Latin of the typeface is IBM Plex Sans. The family named first in a style is read for what both have. */
const ARABIC = 'IBM Plex Sans Arabic'
const LATIN = 'IBM Plex Sans'
/** Arabic letters join only within one file, so these few are a family of their own, for that word alone. */
const ARABIC_NAME = 'IBM Plex Sans Arabic Name'
const regular = { file: 'IBMPlexSansArabic-Regular.woff2', weight: 400 }
const strong = { file: 'IBMPlexSansArabic-SemiBold.woff2', weight: 600 }
const light = { file: 'IBMPlexSansArabic-Light.woff2', weight: 300 }
const cuts = [
  {
    name: 'plex-arabic-400',
    ...regular,
    faces: [{ family: ARABIC, points: [...arabic, ...otherScript.onArabicPages] }],
  },
  {
    name: 'plex-latin-400',
    ...regular,
    faces: [
      { family: LATIN, points: latin },
      { family: ARABIC_NAME, points: otherScript.onEnglishPages },
    ],
  },
  { name: 'plex-more-400', ...regular, faces: [{ family: ARABIC, points: rest }] },
  { name: 'plex-arabic-600', ...strong, faces: [{ family: ARABIC, points: arabic }] },
  { name: 'plex-latin-600', ...strong, faces: [{ family: LATIN, points: latin }] },
  { name: 'plex-more-600', ...strong, faces: [{ family: ARABIC, points: rest }] },
  { name: 'plex-figures-300', ...light, faces: [ARABIC, LATIN].map((family) => ({ family, points: figures })) },
]

/**
 * What a browser applies unasked: joining, required and usual ligatures, kerning, places of marks. The
 * typeface also brings fractions, superiors and stylistic sets, which no style of the site asks for.
 */
const features = 'ccmp locl init medi fina rlig calt liga kern mark mkmk'.split(' ')

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

const outputs = new Map()
const files = []
for (const cut of cuts) {
  const text = String.fromCodePoint(...cut.faces.flatMap(({ points }) => points))
  const bytes = await subsetFont(readFileSync(path.join(source, cut.file)), text, {
    targetFormat: 'woff2',
    keepFeatures: features,
    // Instructions for fitting outlines to coarse pixels: a quarter of each file. Phones and Macs ignore them.
    noHinting: true,
  })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const file = `${cut.name}.${hash}.woff2`
  outputs.set(path.join(folder, file), bytes)
  files.push({ ...cut, url: `/fonts/${file}`, kilobytes: (bytes.length / 1024).toFixed(1) })
}

const urlOf = (name) => files.find((file) => file.name === name).url

const css = `/* Written by scripts/fonts.mjs. */
${files
  .flatMap(({ url, weight, faces }) => faces.map((face) => ({ url, weight, ...face })))
  .map(
    ({ family, url, weight, points }) => `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-style: normal;
  font-display: swap;
  src: url("${url}") format("woff2");
  unicode-range: ${unicodeRange(points)};
}
`,
  )
  .join('')}`
outputs.set(path.join(root, 'src/ui/styles/fonts.css'), Buffer.from(css))
outputs.set(
  path.join(root, 'src/ui/font-files.ts'),
  Buffer.from(`import type { Locale } from '@/i18n/routing'

/** Written by scripts/fonts.mjs: the files that nearly every page of a language needs at once. */
export const pageFontUrls = {
  ar: ['${urlOf('plex-arabic-400')}', '${urlOf('plex-arabic-600')}'],
  en: ['${urlOf('plex-latin-400')}', '${urlOf('plex-latin-600')}'],
} as const satisfies Record<Locale, readonly string[]>
`),
)
outputs.set(
  path.join(folder, 'LICENSE.txt'),
  readFileSync(path.join(root, 'node_modules/@ibm/plex-sans-arabic/LICENSE.txt')),
)

const unknownFiles = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => path.join(folder, name))
      .filter((file) => !outputs.has(file))
  : []
const stale = [...outputs].filter(([file, bytes]) => !existsSync(file) || !readFileSync(file).equals(bytes))

if (isCheck) {
  if (stale.length + unknownFiles.length > 0) {
    console.error(
      `Out of date: ${[...stale.map(([file]) => file), ...unknownFiles].join(', ')}. Run: node scripts/fonts.mjs`,
    )
    process.exit(1)
  }
  console.log('Fonts are up to date.')
} else {
  mkdirSync(folder, { recursive: true })
  for (const file of unknownFiles) rmSync(file)
  for (const [file, bytes] of stale) writeFileSync(file, bytes)
  for (const { url, kilobytes } of files) console.log(`${url}  ${kilobytes} KB`)
}
