import { getAttribute, getTextContent, isElementNode, queryAll, removeAttribute, setAttribute } from '@parse5/tools'
import { html, parse, serialize, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import type { TypedPart } from '@/delivery/multipart'
import { formKeyField, keptFilesField, ownFields } from '@/shared/intake/form-fields'

/** Fields with which React names a Server Action and the state it is bound to. */
const ACTION_FIELD = '$ACTION_'

export const isActionField = (name: string): boolean => name.startsWith(ACTION_FIELD)

export type Field = readonly [name: string, value: string]

/** An attribute that is there or isn't. */
function mark(element: Tree.Element, name: string, isSet: boolean): void {
  if (isSet) setAttribute(element, name, '')
  else removeAttribute(element, name)
}

const descendants = (parent: Tree.ParentNode) =>
  queryAll<Tree.Element>(parent, (node) => node !== parent && isElementNode(node))

const isControl = (element: Tree.Element): boolean => ['input', 'textarea', 'select'].includes(element.tagName)

/**
 * The form of the page that the parts were sent from: the Server Action form that shares the
 * most field names with them.
 */
function matchingForm(document: Tree.Document, names: ReadonlySet<string>): Tree.Element | null {
  let best: { form: Tree.Element; shared: number } | null = null
  for (const form of descendants(document)) {
    if (form.tagName !== 'form') continue
    const controls = [...descendants(form)].filter(isControl).map((control) => getAttribute(control, 'name') ?? '')
    if (!controls.some(isActionField)) continue
    const shared = new Set(controls.filter((name) => !isActionField(name) && names.has(name))).size
    if (!best || shared > best.shared) best = { form, shared }
  }
  return best?.form ?? null
}

const namesOf = (parts: readonly TypedPart[]): Set<string> =>
  new Set(parts.map(({ name }) => name).filter((name) => !isActionField(name)))

/** What the person typed or chose, but for files. */
const typedParts = (parts: readonly TypedPart[]): TypedPart[] =>
  parts.filter(
    ({ name, filename, value }) =>
      filename === null && value.byteLength > 0 && !isActionField(name) && !ownFields.includes(name),
  )

/** Whether the page has a form with a place for everything that was typed. */
export function canRedisplay(page: string, parts: readonly TypedPart[]): boolean {
  const form = matchingForm(parse(page), namesOf(parts))
  const names = new Set(
    form ? [...descendants(form)].filter(isControl).map((control) => getAttribute(control, 'name')) : [],
  )
  return form !== null && typedParts(parts).every(({ name }) => names.has(name))
}

const isTextField = (element: Tree.Element): boolean =>
  element.tagName === 'textarea' ||
  (element.tagName === 'input' && ['text', 'tel', 'email', null].includes(getAttribute(element, 'type')))

const isFilled = (element: Tree.Element): boolean =>
  (element.tagName === 'textarea' ? getTextContent(element) : (getAttribute(element, 'value') ?? '')).trim() !== ''

/** Whether the page's form gives back the words that were typed: all of its text fields empty, it has lost them. */
export function keepsTyped(page: string, parts: readonly TypedPart[]): boolean {
  const names = namesOf(parts)
  const form = matchingForm(parse(page), names)
  if (!form) return false
  const typed = new Set(typedParts(parts).map(({ name }) => name))
  const fields = [...descendants(form)].filter(
    (element) => isTextField(element) && typed.has(getAttribute(element, 'name') ?? ''),
  )
  const hasCommon =
    typed.size === 0 || [...descendants(form)].some((control) => typed.has(getAttribute(control, 'name') ?? ''))
  return hasCommon && (fields.length === 0 || fields.some(isFilled))
}

/**
 * The action fields with which the page as it is now would send these parts, or null when it has
 * no such form. A form that was opened before an upgrade names actions by ids that are no more.
 */
export function currentActionFields(page: string, parts: readonly TypedPart[]): Field[] | null {
  const form = matchingForm(parse(page), namesOf(parts))
  if (!form) return null
  return [...descendants(form)]
    .filter((element) => element.tagName === 'input' && isActionField(getAttribute(element, 'name') ?? ''))
    .map((input) => [getAttribute(input, 'name') ?? '', getAttribute(input, 'value') ?? ''] as const)
}

/** What the person reads above the form. */
export interface Notice {
  title: string
  text: string
}

/**
 * The page with everything that was typed back in its place, and a notice above the form that
 * takes the focus. Files can't be put back: browsers do not let a page choose one.
 * @returns null when the page has no form for these parts
 */
export function fillForm(page: string, parts: readonly TypedPart[], notice: Notice): string | null {
  const document = parse(page)
  const form = matchingForm(document, namesOf(parts))
  if (!form) return null
  const typed = new Map<string, string[]>()
  for (const { name, filename, value } of parts) {
    if (filename === null && !isActionField(name)) typed.set(name, [...(typed.get(name) ?? []), value.toString('utf8')])
  }
  for (const element of [...descendants(form)]) fillControl(element, typed)
  prependNotice(form, notice)
  return serialize(document)
}

function fillControl(element: Tree.Element, typed: Map<string, string[]>): void {
  const name = getAttribute(element, 'name')
  if (name === null || isActionField(name)) return
  const values = typed.get(name)
  switch (element.tagName) {
    case 'textarea': {
      const text = values?.shift()?.replace(/\r\n?/g, '\n')
      if (text === undefined) return
      element.childNodes = []
      // A parser drops the first line break of a textarea, so it is given one to drop.
      tree.insertText(element, text.startsWith('\n') ? `\n${text}` : text)
      return
    }
    case 'select':
      if (!values) return
      for (const option of descendants(element)) {
        if (option.tagName !== 'option') continue
        const value = getAttribute(option, 'value') ?? getTextContent(option)
        mark(option, 'selected', values.includes(value))
      }
      return
    case 'input':
      fillInput(element, values)
      return
    default:
  }
}

/** What the form knows of itself and the page can't: sent again, it is the same submission with the same files. */
const carried = [formKeyField, keptFilesField]

function fillInput(input: Tree.Element, values: string[] | undefined): void {
  const type = (getAttribute(input, 'type') ?? 'text').toLowerCase()
  if (type === 'hidden' && carried.includes(getAttribute(input, 'name') ?? '')) {
    const [value] = values ?? []
    if (value) setAttribute(input, 'value', value)
    return
  }
  if (['hidden', 'file', 'submit', 'button', 'reset', 'image', 'password'].includes(type)) return
  if (type === 'checkbox' || type === 'radio') {
    const isChosen = values?.includes(getAttribute(input, 'value') ?? 'on') ?? false
    mark(input, 'checked', isChosen)
    return
  }
  const text = values?.shift()
  if (text !== undefined) setAttribute(input, 'value', text)
}

function create(tagName: string, attrs: Record<string, string>, children: (Tree.Element | string)[]): Tree.Element {
  const pairs = Object.entries(attrs).map(([name, value]) => ({ name, value }))
  const element = tree.createElement(tagName, html.NS.HTML, pairs)
  for (const child of children) {
    if (typeof child === 'string') tree.insertText(element, child)
    else tree.appendChild(element, child)
  }
  return element
}

/** A page without a place for them, with the words that were typed at its end, to be copied. */
export function appendTyped(page: string, parts: readonly TypedPart[], { title, text }: Notice): string {
  const document = parse(page)
  const main = [...descendants(document)].find(({ tagName }) => tagName === 'main' || tagName === 'body')
  const words = typedParts(parts).map(({ value }) => value.toString('utf8').replace(/\r\n?/g, '\n'))
  if (!main || words.length === 0) return page
  const boxes = words.map((word) =>
    // A parser drops the first line break of a textarea.
    create('textarea', { class: 'input', readonly: '', dir: 'auto', 'aria-label': title, rows: '3' }, [`\n${word}`]),
  )
  tree.appendChild(
    main,
    create('section', { class: 'stack' }, [create('h2', {}, [title]), create('p', {}, [text]), ...boxes]),
  )
  return serialize(document)
}

function prependNotice(form: Tree.Element, { title, text }: Notice): void {
  const box = create(
    'div',
    {
      class: 'error-summary',
      id: 'delivery-notice',
      role: 'group',
      'aria-labelledby': 'delivery-notice-title',
      tabindex: '-1',
      autofocus: '',
    },
    [create('h2', { id: 'delivery-notice-title' }, [title]), create('p', {}, [text])],
  )
  for (const element of descendants(form)) removeAttribute(element, 'autofocus')
  const [first] = form.childNodes
  if (first) tree.insertBefore(form, box, first)
  else tree.appendChild(form, box)
}
