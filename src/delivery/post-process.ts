import { getAttribute, hasAttribute } from '@parse5/tools'
import { parse, serialize, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'

/** Next's answer can't be made into a page that works without the framework's scripts. */
export class PostProcessError extends Error {
  override readonly name = 'PostProcessError'
}

export interface ProcessedPage {
  status: number
  html: string
  /** False for a page that depends on the request: it is never cached. */
  isCacheable: boolean
  /** Names of the query parameters that the page reads; every other query is ignored. */
  queryNames: readonly string[]
  contentType: 'text/html; charset=utf-8'
  /** Inline `style` attributes that were dropped, because the CSP would refuse them: an error of the page. */
  droppedStyles: number
}

const KEEP_SCRIPT = 'data-delivery'

/** What React and Next leave on elements for their own scripts. */
const frameworkAttributes = new Set(['nonce', 'data-precedence', 'data-next-head', 'data-dpl-id', 'data-href'])

const relations = (element: Tree.Element): string[] => (getAttribute(element, 'rel') ?? '').toLowerCase().split(/\s+/)

/** Structured data is read by machines and never executed, so the CSP has nothing against it. */
const isDataBlock = (script: Tree.Element): boolean => getAttribute(script, 'type') === 'application/ld+json'

function isKeptScript(script: Tree.Element): boolean {
  if (isDataBlock(script)) return true
  if (getAttribute(script, KEEP_SCRIPT) !== 'keep') return false
  if (!/^\/(?!\/)/.test(getAttribute(script, 'src') ?? '')) {
    throw new PostProcessError('A kept script must be a file of this site: the CSP refuses inline scripts.')
  }
  return true
}

function isKeptLink(link: Tree.Element): boolean {
  const rel = relations(link)
  if (rel.includes('modulepreload') || rel.includes('expect')) return false
  if (!rel.includes('preload')) return true
  // A stylesheet's preload says nothing that the stylesheet's own link right beside it does not.
  return getAttribute(link, 'as') === 'font' || getAttribute(link, 'as') === 'image'
}

interface Findings {
  status: number
  isCacheable: boolean
  queryNames: string[]
  droppedStyles: number
  titlePrefix: string | null
}

/** Reads a meta tag that is meant for us. @returns whether it was one */
function readMeta(meta: Tree.Element, findings: Findings): boolean {
  const content = getAttribute(meta, 'content') ?? ''
  switch (getAttribute(meta, 'name')) {
    case 'delivery-status':
      if (!/^[2-5]\d\d$/.test(content)) throw new PostProcessError(`delivery-status is not a status: ${content}`)
      // A page and a form in it may both say one; what went wrong is said, wherever it stands.
      findings.status = Math.max(findings.status, Number(content))
      return true
    case 'delivery-cache':
      if (content !== 'never') throw new PostProcessError(`delivery-cache can only say "never", not: ${content}`)
      findings.isCacheable = false
      return true
    case 'delivery-query':
      findings.queryNames.push(...content.split(/[\s,]+/).filter(Boolean))
      return true
    case 'delivery-title-prefix':
      findings.titlePrefix = content
      return true
    default:
      return false
  }
}

/** The document's title starts with the word: a page redisplayed with errors says so first. */
function prefixTitle(word: string, parent: Tree.ParentNode): void {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue
    const [text] = node.childNodes
    if (node.tagName !== 'title') prefixTitle(word, node)
    else if (text && tree.isTextNode(text)) text.value = `${word} ${text.value}`
  }
}

/** Whether the node stays. */
function isKept(node: Tree.ChildNode, findings: Findings): boolean {
  if (tree.isCommentNode(node)) {
    if (node.data === '$?' || node.data === '$!' || node.data === '$~') {
      throw new PostProcessError('The page has an unresolved Suspense boundary.')
    }
    return false
  }
  if (!tree.isElementNode(node)) return true
  const id = getAttribute(node, 'id') ?? ''
  switch (node.tagName) {
    case 'script':
      return isKeptScript(node)
    case 'link':
      return isKeptLink(node)
    case 'meta':
      return !readMeta(node, findings)
    case 'template':
      if (/^[BP]:/.test(id)) throw new PostProcessError('The page has an unresolved Suspense boundary.')
      return true
    case 'div':
      if (/^S:/.test(id)) throw new PostProcessError('The page was streamed out of order.')
      return !isEmptyPlaceholder(node)
    default:
      return true
  }
}

/** Next leaves `<div hidden></div>` where it would stream metadata into the body. */
function isEmptyPlaceholder(node: Tree.Element): boolean {
  return node.attrs.length === 1 && hasAttribute(node, 'hidden') && node.childNodes.every(tree.isCommentNode)
}

function cleanChildren(parent: Tree.ParentNode, findings: Findings): void {
  const children: Tree.ChildNode[] = []
  for (const node of parent.childNodes) {
    if (!isKept(node, findings)) continue
    // React parts text with comments; without them neighbours are one text.
    const last = children.at(-1)
    if (tree.isTextNode(node) && last && tree.isTextNode(last)) {
      last.value += node.value
      continue
    }
    children.push(node)
    if (!tree.isElementNode(node)) continue
    node.attrs = node.attrs.filter(({ name }) => {
      if (name === 'style') findings.droppedStyles += 1
      return name !== 'style' && name !== KEEP_SCRIPT && !frameworkAttributes.has(name)
    })
    cleanChildren(node, findings)
    if (node.tagName === 'textarea' || node.tagName === 'pre') keepFirstLineBreak(node)
    if (node.tagName === 'template' && 'content' in node) cleanChildren((node as Tree.Template).content, findings)
  }
  parent.childNodes = children
}

/** Parsers drop one line break at the start of these, and the serializer does not put it back. */
function keepFirstLineBreak(element: Tree.Element): void {
  const [first] = element.childNodes
  if (first && tree.isTextNode(first) && first.value.startsWith('\n')) first.value = `\n${first.value}`
}

/**
 * Makes a finished page of what Next rendered: no framework script, no inline script or style,
 * nothing that waits for React. The same input gives the same bytes.
 * @param status what Next answered; `delivery-status` in the page says otherwise
 * @throws PostProcessError when the page would be broken or blank without the framework's scripts
 */
export function postProcess(source: string, status = 200): ProcessedPage {
  const document = parse(source)
  const findings: Findings = { status, isCacheable: true, queryNames: [], droppedStyles: 0, titlePrefix: null }
  const html = document.childNodes.find((node) => tree.isElementNode(node) && node.tagName === 'html')
  if (html && tree.isElementNode(html) && getAttribute(html, 'id') === '__next_error__') {
    throw new PostProcessError('Next rendered its own error page.')
  }
  cleanChildren(document, findings)
  const { titlePrefix, ...found } = findings
  const head = html && tree.isElementNode(html) ? html.childNodes.find((node) => node.nodeName === 'head') : undefined
  if (titlePrefix && head && tree.isElementNode(head)) prefixTitle(titlePrefix, head)
  const body = html && tree.isElementNode(html) ? html.childNodes.find((node) => node.nodeName === 'body') : undefined
  if (!body || !tree.isElementNode(body) || body.childNodes.length === 0)
    throw new PostProcessError('The page is blank.')
  return { ...found, html: serialize(document), contentType: 'text/html; charset=utf-8' }
}
