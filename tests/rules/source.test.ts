import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nonEmpty } from '../setup/non-empty'
import { sourceFiles } from './source-files'

const files = sourceFiles('src').map((name) => ({ name, text: readFileSync(name, 'utf8') }))

/** Files, and lines in them, that hold a pattern outside comments. */
const holding = (pattern: RegExp, among = files) =>
  nonEmpty(among).flatMap(({ name, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, place: `${name}:${index + 1}` }))
      .filter(({ line }) => !/^\s*(\/?\*|\/\/)/.test(line) && pattern.test(line))
      .map(({ place }) => place),
  )

const without = (places: readonly string[], ...allowed: readonly RegExp[]) =>
  places.filter((place) => !allowed.some((pattern) => pattern.test(place)))

describe('the source', () => {
  it('skips access control in one place only', () => {
    const places = holding(/overrideAccess:\s*true/)
    expect(places).toHaveLength(1)
    expect(without(places, /^src\/platform\/system-payload\.ts:/)).toEqual([])
  })

  it('writes past hooks and access in one place only, each time for a reason', () => {
    const writes = holding(
      /\.db\.(create|insert|update|upsert|delete)\w*\(|\.(insertOne|insertMany|updateOne|updateMany|deleteOne|deleteMany|bulkWrite|findOneAnd\w+)\(/,
    )
    const allowed = [
      /^src\/platform\/raw-writes\.ts:/,
      // The adapter itself, and migrations.
      /^src\/platform\/sqlite\//,
      /^src\/migrations\//,
      // Takes fields off accounts that the collection no longer knows, once, on MongoDB.
      /^src\/features\/staff\/server\/stored-passwords\.ts:/,
    ]
    expect(without(writes, ...allowed)).toEqual([])
  })

  it('reads the environment in one place only', () => {
    // NEXT_RUNTIME and NEXT_PHASE are constants that Next's compiler writes into the code.
    const places = holding(/process\.env\b(?!\.NEXT_(RUNTIME|PHASE)\b)/)
    expect(without(places, /^src\/platform\/env\.ts:/)).toEqual([])
  })

  it('lays out by logical sides, so that both directions are one design', () => {
    const classes = holding(
      /["'`\s](?:[a-z-]+:)*-?(?:m[lr]|p[lr]|left|right|border-[lr]|rounded-(?:[lr]|[tb][lr])|text-(?:left|right)|float-(?:left|right))(?:-[\w./[\]]+)?["'`\s]/,
      files.filter(({ name }) => name.endsWith('.tsx')),
    )
    const styles = sourceFiles('src', ['.css', '.scss']).map((name) => ({ name, text: readFileSync(name, 'utf8') }))
    const declarations = holding(
      /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right|(?:text-align|float|clear):\s*(?:left|right))\s*[:;]/,
      styles,
    )
    // The panel's sheet corrects Payload's own physical rules.
    expect(without([...classes, ...declarations], /\(payload\)/, /\/panel\//)).toEqual([])
  })

  it('sends no React to a visitor', () => {
    // Forms with `useActionState` must say it and never run in a browser; each says where to read why.
    const forms = files.filter(({ text }) => /^'use client'/.test(text) && /docs\/adr\/0005/.test(text))
    const others = files.filter((file) => !forms.includes(file))
    // A page of the site that fails is answered by src/delivery, so what Next shows instead is the panel's alone.
    const ofThePanel = [/\/panel\//, /\(payload\)/, /^src\/app\/global-error\.tsx/]
    expect(without(holding(/^['"]use client['"]/, others), ...ofThePanel)).toEqual([])
    expect(holding(/\b(useState|useEffect|useRef|onClick|onChange|onSubmit)\b/, forms)).toEqual([])
  })

  it('uses neither the client router nor images that need inline styles', () => {
    expect(without(holding(/from '(next\/link|next\/image|next\/font\/google)'/), /\/panel\//)).toEqual([])
  })

  it('has no inline style or script on public pages, which the content policy blocks', () => {
    const pages = files.filter(({ name }) => name.endsWith('.tsx') && !/\/panel\/|\(payload\)/.test(name))
    // Structured data is a block of data, which no browser runs.
    expect(without(holding(/\sstyle=\{|dangerouslySetInnerHTML/, pages), /^src\/ui\/structured-data\.tsx:/)).toEqual([])
  })

  it('keeps pages whole: nothing suspends, loads later or throws into a boundary', () => {
    const pages = files.filter(({ name }) => /\(site\)|\/ui\//.test(name))
    expect(holding(/<Suspense\b|\bnotFound\(\)/, pages)).toEqual([])
    expect(nonEmpty(files).filter(({ name }) => /\/loading\.tsx$/.test(name))).toEqual([])
  })
})
