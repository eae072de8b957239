import { cleanLine } from '@/platform/typed-text'
import { statuses } from '@/shared/casework/domain/projection'
import { channels } from '@/shared/vocabulary/channels'
import type { CaseKind, kindLabels } from '../case-type'
import { type CaseFilters, type CaseView, filtersOfView, isCaseView } from '../server/desk/case-queries'

/** What a list of the inbox is asked for, as its address and its forms say it. */

/** Longer than any reference, number or address. */
const MAX_TYPED = 300

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

export interface Asked {
  view: CaseView
  filters: CaseFilters
  /** As it was typed; empty when nothing is looked for. */
  find: string
  /** Where the page begins, or where it ends; empty for the first one. */
  after: string
  before: string
}

export type Kinds = ReturnType<typeof kindLabels>

export function askedOf(
  given: Readonly<Record<string, string | string[] | undefined>> | undefined,
  kinds: Kinds,
): Asked {
  const typed = (name: string) => one(given?.[name]).slice(0, MAX_TYPED)
  const asked = typed('view')
  const view = isCaseView(asked) ? asked : 'mine'
  const filters = filtersOfView(view)
  const filter = <Value extends string>(name: keyof CaseFilters, values: readonly Value[]): Value | null =>
    filters.includes(name) ? (values.find((value) => value === typed(name)) ?? null) : null
  return {
    view,
    filters: {
      status: filter('status', statuses),
      kind: filter('kind', Object.keys(kinds) as CaseKind[]),
      channel: filter('channel', channels),
    },
    find: cleanLine(typed('find')),
    after: typed('after'),
    before: typed('before'),
  }
}

/** The address of a list, with nothing in it that isn't asked. */
export function inboxAddress(
  { view, filters, find }: Asked,
  place: { after?: string; before?: string; export?: 'reason' } = {},
): string {
  const asked = find ? { find, ...place } : { view, ...filters, ...place }
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return `/admin/inbox?${query}`
}
