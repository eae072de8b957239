import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { messagesFor } from '@/i18n/messages'
import { locales } from '@/i18n/routing'
import { sourceFiles } from './source-files'

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, before = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(tree)) {
    const key = before ? `${before}.${name}` : name
    if (typeof value === 'string') found.set(key, value)
    else for (const entry of flatten(value, key)) found.set(...entry)
  }
  return found
}

const messages = {
  ar: flatten(messagesFor('ar') as unknown as Tree),
  en: flatten(messagesFor('en') as unknown as Tree),
}

function* elementsOf(elements: readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of elements) {
    yield element
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) yield* elementsOf(option.value)
    }
    if (element.type === TYPE.tag) yield* elementsOf(element.children)
  }
}

const elements = (message: string) => [...elementsOf(parse(message))]

/** Names of arguments and tags, which both languages must use alike. */
const placeholders = (message: string) =>
  [
    ...new Set(
      elements(message).flatMap((element) => {
        if (element.type === TYPE.literal || element.type === TYPE.pound) return []
        return element.type === TYPE.tag ? [`<${element.value}>`] : [element.value]
      }),
    ),
  ].sort()

/**
 * What a source file could ask for: the namespaces it names, its string literals, and a pattern
 * for every template with something computed in it.
 */
function askedIn(file: string) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text)
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
      // A template of nothing but its hole, or an address, would match every key.
      if (parts.some((part) => /\w\.|\.\w/.test(part)) && !parts.some((part) => part.includes('/'))) {
        patterns.push(new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { literals, patterns }
}

describe('messages', () => {
  it('are the same keys in both languages', () => {
    const missingIn = (language: 'ar' | 'en', other: 'ar' | 'en') =>
      [...messages[other].keys()].filter((key) => !messages[language].has(key))
    expect({ ar: missingIn('ar', 'en'), en: missingIn('en', 'ar') }).toEqual({ ar: [], en: [] })
  })

  it('are registered, every file of them', () => {
    const files = locales.flatMap((locale) => readdirSync(path.join('messages', locale)))
    const namespaces = [...new Set(files.map((name) => name.replace(/\.json$/, '')))].sort()
    expect(Object.keys(messagesFor('ar')).toSorted()).toEqual(namespaces)
    expect(Object.keys(messagesFor('en')).toSorted()).toEqual(namespaces)
  })

  it('say something', () => {
    const empty = locales.flatMap((locale) =>
      [...messages[locale]].filter(([, message]) => message.trim() === '').map(([key]) => `${locale}: ${key}`),
    )
    expect(empty).toEqual([])
  })

  it('use the same placeholders and tags in both languages', () => {
    const different = [...messages.ar].flatMap(([key, arabic]) => {
      const english = messages.en.get(key)
      if (english === undefined) return []
      const [inArabic, inEnglish] = [placeholders(arabic).join(), placeholders(english).join()]
      return inArabic === inEnglish ? [] : [`${key}: ar {${inArabic}} en {${inEnglish}}`]
    })
    expect(different).toEqual([])
  })

  it('have every plural form of their language', () => {
    const wanted = { ar: ['few', 'many', 'one', 'other', 'two', 'zero'], en: ['one', 'other'] }
    const lacking = locales.flatMap((locale) =>
      [...messages[locale]].flatMap(([key, message]) =>
        elements(message)
          .filter((element) => element.type === TYPE.plural)
          .filter((element) => wanted[locale].some((form) => !(form in element.options)))
          .map(() => `${locale}: ${key}`),
      ),
    )
    expect(lacking).toEqual([])
  })

  // Every source file is parsed: more than the usual five seconds on a busy machine.
  it('are all used', { timeout: 30_000 }, () => {
    const asked = sourceFiles('src').map(askedIn)
    // An option's key may stand in a schema, and be asked for by a variable in a view.
    const everyLiteral = new Set(asked.flatMap(({ literals }) => [...literals]))
    const unused = [...messages.ar.keys()].filter((full) => {
      const [namespace = '', ...rest] = full.split('.')
      // `t('a.b')` with namespace `namespace`, or with the namespace `namespace.a` and `t('b')`.
      const splits = rest.map((_, index) => ({
        namespace: [namespace, ...rest.slice(0, index)].join('.'),
        key: rest.slice(index).join('.'),
      }))
      return !asked.some(({ literals, patterns }) =>
        splits.some(
          ({ namespace, key }) =>
            literals.has(full) ||
            (literals.has(namespace) && everyLiteral.has(key)) ||
            // A view may be handed its translator by whoever named the namespace.
            (literals.has(key) && key.includes('.')) ||
            patterns.some((pattern) => pattern.test(key) || pattern.test(full)),
        ),
      )
    })
    expect(unused).toEqual([])
  })

  it('never have Eastern digits, which the voice leaves to what people type', () => {
    const eastern = locales.flatMap((locale) =>
      [...messages[locale]].filter(([, message]) => /[٠-٩۰-۹]/.test(message)).map(([key]) => `${locale}: ${key}`),
    )
    expect(eastern).toEqual([])
  })
})
