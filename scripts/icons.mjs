/**
 * Draws what phones, browsers and those who share a link show of the site, from the mark:
 * icons and one Open Graph picture a language, into public/, and src/ui/tab-icon.ts. Needs Chromium for the pictures,
 * because nothing else here shapes Arabic.
 *
 *   node scripts/icons.mjs            draw
 *   node scripts/icons.mjs --check    fail when the pictures are not those of this script and its words
 *
 * No two versions of Chromium draw the same bytes, so the check compares what the pictures were
 * drawn from, and that they are still the ones drawn then (scripts/icons.sha256).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import sharp from 'sharp'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'public')
const messages = (locale, namespace) =>
  JSON.parse(readFileSync(path.join(root, 'messages', locale, `${namespace}.json`), 'utf8'))

const drawn = [
  'public/icon.svg',
  'public/icon-32.png',
  'public/apple-touch-icon.png',
  'public/icon-192.png',
  'public/icon-512.png',
  'public/favicon.ico',
  'public/og-ar.png',
  'public/og-en.png',
  'src/ui/tab-icon.ts',
]
const list = path.join(root, 'scripts/icons.sha256')
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** What the pictures depend on, and the pictures. */
function fingerprints() {
  const words = ['ar', 'en'].map((locale) => [messages(locale, 'site').name, messages(locale, 'home').cover])
  const source = sha256(readFileSync(fileURLToPath(import.meta.url), 'utf8') + JSON.stringify(words))
  const pictures = drawn.map((name) => {
    const file = path.join(root, name)
    return `${existsSync(file) ? sha256(readFileSync(file)) : 'missing'}  ${name}`
  })
  return `${[`${source}  scripts/icons.mjs and its words`, ...pictures].join('\n')}\n`
}

if (process.argv.includes('--check')) {
  const isCurrent = existsSync(list) && readFileSync(list, 'utf8') === fingerprints()
  process.stdout.write(isCurrent ? 'Icons are up to date.\n' : 'Icons are out of date. Run: node scripts/icons.mjs\n')
  process.exit(isCurrent ? 0 : 1)
}
mkdirSync(folder, { recursive: true })

const plum = '#43143a'
const paper = '#fffcf7'
const sand = '#f0c993'

const mark = (thread, dot) =>
  `<path d="M7 21a17 17 0 0 0 34 0" fill="none" stroke="${thread}" stroke-width="6"/><path d="M24 9.5l9 9-9 9-9-9z" fill="${dot}"/>`

/** For browser tabs: without ground, and lighter where the browser is dark. */
const tabIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><style>.t{fill:none;stroke:#6a1b57;stroke-width:6}.d{fill:#6a1b57}@media (prefers-color-scheme:dark){.t{stroke:#e8c2d3}.d{fill:#e8c2d3}}</style><path class="t" d="M7 21a17 17 0 0 0 34 0"/><path class="d" d="M24 9.5l9 9-9 9-9-9z"/></svg>
`

/** For home screens: on the association's plum, with room for any mask a phone cuts. */
const tile = (size) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-16 -16 80 80"><rect x="-16" y="-16" width="80" height="80" fill="${plum}"/>${mark(paper, sand)}</svg>`,
  )

writeFileSync(path.join(folder, 'icon.svg'), tabIcon)
const inAddress = tabIcon.trim().replaceAll('"', "'").replace(/[#<>]/g, encodeURIComponent)
writeFileSync(
  path.join(root, 'src/ui/tab-icon.ts'),
  `/** Written by scripts/icons.mjs: the icon of the browser's tab in the page itself, so that no request asks for it. */
export const tabIconUrl =
  "data:image/svg+xml,${inAddress}"
`,
)
const tab = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 48 48">${mark('#6a1b57', '#6a1b57')}</svg>`,
)
const png = (svg) => sharp(svg).png({ compressionLevel: 9, palette: true })
await png(tab).toFile(path.join(folder, 'icon-32.png'))
await png(tile(180)).toFile(path.join(folder, 'apple-touch-icon.png'))
await png(tile(192)).toFile(path.join(folder, 'icon-192.png'))
await png(tile(512)).toFile(path.join(folder, 'icon-512.png'))

/** An ICO file holding one PNG (supported since Windows Vista): for readers that ask for /favicon.ico blindly. */
const small = readFileSync(path.join(folder, 'icon-32.png'))
const header = Buffer.alloc(22)
header.writeUInt16LE(1, 2)
header.writeUInt16LE(1, 4)
header.writeUInt8(32, 6)
header.writeUInt8(32, 7)
header.writeUInt16LE(1, 10)
header.writeUInt16LE(32, 12)
header.writeUInt32LE(small.length, 14)
header.writeUInt32LE(header.length, 18)
writeFileSync(path.join(folder, 'favicon.ico'), Buffer.concat([header, small]))

const dot = (x, y) => `M${x} ${y - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6z`
const rows = Array.from({ length: 10 }, (_, row) => ({ row, y: 20 + 24 * row }))
const growth = `<svg class="growth" viewBox="0 0 246 254">
<path fill="none" stroke="#8d4a78" stroke-width="3.6" d="${rows
  .map(
    ({ row, y }) =>
      `M0 ${y}${Array.from({ length: row + 1 }, (_, unit) => `a12 12 0 0 ${(unit + row) % 2} 24 0`).join('')}`,
  )
  .join('')}"/>
<path fill="${sand}" d="${rows.flatMap(({ row, y }) => Array.from({ length: row }, (_, unit) => dot(12 + 24 * unit, y))).join('')}"/>
<path fill="#8ed3a4" d="${rows.map(({ row, y }) => dot(24 * row + 12, y)).join('')}"/></svg>`

const face = (script, weight) => {
  const name = readdirSync(path.join(folder, 'fonts')).find((file) =>
    new RegExp(`^plex-${script}-${weight}\\.[0-9a-f]+\\.woff2$`).test(file),
  )
  const bytes = readFileSync(path.join(folder, 'fonts', name)).toString('base64')
  return `@font-face{font-family:${script};font-weight:${weight};src:url(data:font/woff2;base64,${bytes})}`
}

const picture = (locale) => {
  const { name } = messages(locale, 'site')
  const { first, second } = messages(locale, 'home').cover
  const isArabic = locale === 'ar'
  return `<!doctype html><html lang="${locale}" dir="${isArabic ? 'rtl' : 'ltr'}"><meta charset="utf-8"><style>
${['arabic', 'latin'].flatMap((script) => [face(script, 400), face(script, 600)]).join('')}
*{margin:0;box-sizing:border-box}
body{inline-size:1200px;block-size:630px;overflow:hidden;background:${plum};color:#fdf1df;font-family:${isArabic ? 'arabic,latin' : 'latin,arabic'};position:relative;padding:72px}
.name{display:flex;align-items:center;gap:20px;font-size:34px}
.name svg{inline-size:64px;block-size:64px}
h1{font-weight:600;font-size:${isArabic ? 76 : 62}px;line-height:${isArabic ? 1.4 : 1.16};margin-block-start:120px;max-inline-size:960px}
h1 span{display:block}
.growth{position:absolute;inset-block-end:0;inset-inline-end:0;inline-size:430px;${isArabic ? '' : 'transform:scaleX(-1)'}}
</style><p class="name"><svg viewBox="0 0 48 48">${mark('#fdf1df', sand)}</svg>${name}</p><h1><span>${first}</span><span>${second}</span></h1>${growth}</html>`
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  for (const locale of ['ar', 'en']) {
    await page.setContent(picture(locale))
    await page.evaluate('document.fonts.ready')
    const shot = await page.screenshot()
    await sharp(shot)
      .png({ compressionLevel: 9, palette: true, colours: 64 })
      .toFile(path.join(folder, `og-${locale}.png`))
  }
} finally {
  await browser.close()
}
writeFileSync(list, fingerprints())
console.log(`Drawn: ${drawn.join(', ')}`)
