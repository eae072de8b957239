import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Element = Tree.Element

const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value

function* elements(node: Tree.Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child)
}

const textOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** The words of a page, as a person reads them. */
export const wordsOf = (html: string) => textOf(parse(html)).replace(/\s+/g, ' ')

/** What a form posts as it came, as a browser without scripts would. */
export interface PageForm {
  action: string
  fields: Array<[string, string]>
}

/** The form of a page that has a field of this name. */
export function formWith(html: string, fieldName: string, pageUrl: string): PageForm {
  for (const form of elements(parse(html))) {
    if (form.tagName !== 'form') continue
    const inside = [...elements(form)]
    if (!inside.some((element) => attribute(element, 'name') === fieldName)) continue
    const fields = inside.flatMap((element): Array<[string, string]> => {
      const name = attribute(element, 'name')
      const type = attribute(element, 'type')
      if (element.tagName !== 'input' || !name || type === 'file' || type === 'submit') return []
      const isChosen = (type !== 'radio' && type !== 'checkbox') || attribute(element, 'checked') !== undefined
      return isChosen ? [[name, attribute(element, 'value') ?? '']] : []
    })
    return { action: new URL(attribute(form, 'action') || pageUrl, pageUrl).href, fields }
  }
  throw new Error(`${pageUrl} has no form with a field "${fieldName}"`)
}

/** What a form with these values posts. */
export function formData(form: PageForm, values: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of form.fields) if (!(name in values)) data.append(name, value)
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

/** Posts as a browser does, origin included, and doesn't follow the redirect. */
export const post = (form: PageForm, values: Record<string, string | File>, init: RequestInit = {}) =>
  fetch(form.action, {
    method: 'POST',
    body: formData(form, values),
    headers: { origin: new URL(form.action).origin },
    redirect: 'manual',
    ...init,
  })

/** An anonymous question: the least that is accepted. */
export const anonymousQuestion = (words: string) => ({
  kind: 'question',
  subject: words,
  message: `${words}: متى تبدأ الدورة القادمة؟`,
  isAnonymous: 'yes',
  replyLocale: 'ar',
  consent: 'yes',
})

/** The reference that a receipt shows, without its spaces. */
export function referenceOn(html: string): string {
  const shown = /(?<!\d)(\d{3}) ?(\d{3}) ?(\d{3})(?!\d)/.exec(wordsOf(html))
  if (!shown) throw new Error(`no reference on the page: ${wordsOf(html).slice(0, 500)}`)
  return shown.slice(1).join('')
}
