/** A service for its pages, as plain data made by the queries. Empty facts are null. */

export interface ServiceListItem {
  id: string
  slug: string
  title: string
  /** In the person's own words: «أريد …». */
  need: string
  summary: string
}

export interface ServiceView extends ServiceListItem {
  audiences: string[]
  eligibility: string[]
  documents: string[]
  steps: { title: string; detail: string | null }[]
  channels: { channel: string; hours: string | null }[]
  fee: string | null
  promisedWorkingDays: number | null
  verifiedOn: Date | null
  clauses: { policy: string; anchor: string }[]
  action: ServiceAction
}

export interface ServiceAction {
  kind: 'ask' | 'complain' | 'link'
  label: string
  url: string | null
}

/** The target of the main button: a path without the language, or an external address. */
export function actionTarget({ slug, action }: Pick<ServiceView, 'slug' | 'action'>): `/${string}` | URL {
  if (action.kind === 'complain') return '/contact/complaint'
  if (action.kind === 'link' && action.url) {
    return action.url.startsWith('/') ? (action.url as `/${string}`) : new URL(action.url)
  }
  return `/contact/${slug}`
}
