import { getPolicy, listPolicies } from '@/features/policies/server/queries'
import type { PublicDocument } from '@/features/search/domain/public-document'
import { getService, listServices } from '@/features/services/server/queries'
import { contentPages } from '@/features/site/domain/content-pages'
import { plainText } from '@/features/site/domain/plain-text'
import { getPage } from '@/features/site/server/queries'
import type { Locale } from '@/i18n/routing'

/**
 * Everything that can be found, through the queries of the public pages: they run with a visitor's
 * rights, so what a visitor may not read can't be found either.
 * @param now decides what is in force
 */
export async function publicDocuments(locale: Locale, now = new Date()): Promise<PublicDocument[]> {
  return [
    ...(await policyDocuments(locale, now)),
    ...(await serviceDocuments(locale)),
    ...(await pageDocuments(locale)),
  ]
}

/** Policies in force, their sections and clauses. */
async function policyDocuments(locale: Locale, now: Date): Promise<PublicDocument[]> {
  const documents: PublicDocument[] = []
  // One after another: building the index must not take the database from those who read pages.
  for (const { slug, isInForce } of await listPolicies(locale, now)) {
    const policy = isInForce ? await getPolicy(locale, slug, now) : null
    if (!policy) continue
    const path = `/policies/${slug}` as const
    documents.push({
      kind: 'policy',
      path,
      heading: policy.title.text,
      text: sentences(policy.brief.map(({ sentence }) => sentence.text)),
      context: '',
      within: [],
      lang: policy.title.lang,
    })
    for (const section of policy.edition.sections) {
      const heading = section.heading && withoutColon(section.heading.text)
      const within = [policy.title.text, ...(heading ? [heading] : [])]
      if (section.heading && heading) {
        documents.push({
          kind: 'section',
          path: `${path}#${section.anchor}`,
          heading,
          text: '',
          context: policy.title.text,
          within: [policy.title.text],
          lang: section.heading.lang,
        })
      }
      for (const { anchor, number, text } of section.clauses) {
        documents.push({
          kind: 'clause',
          path: `${path}#${anchor}`,
          heading: number,
          text: text.text,
          context: within.join(' '),
          within,
          lang: text.lang,
        })
      }
    }
  }
  return documents
}

async function serviceDocuments(locale: Locale): Promise<PublicDocument[]> {
  const documents: PublicDocument[] = []
  for (const { slug } of await listServices(locale)) {
    const found = await getService(locale, slug)
    if (found.status !== 'found') continue
    const { title, need, summary, eligibility, documents: papers, steps, fee } = found.service
    documents.push({
      kind: 'service',
      path: `/services/${slug}`,
      heading: title,
      text: sentences([
        summary,
        need,
        ...eligibility,
        ...papers,
        ...steps.flatMap((step) => [step.title, step.detail ?? '']),
        fee ?? '',
      ]),
      context: '',
      within: [],
      lang: locale,
    })
  }
  return documents
}

async function pageDocuments(locale: Locale): Promise<PublicDocument[]> {
  const documents: PublicDocument[] = []
  for (const slug of contentPages) {
    const page = await getPage(slug, locale)
    if (!page) continue
    documents.push({
      kind: 'page',
      path: `/${slug}`,
      heading: page.title,
      text: sentences([page.lead ?? '', ...plainText(page.body)]),
      context: '',
      within: [],
      lang: locale,
    })
  }
  return documents
}

/** A heading as it is printed above its clauses, named where it stands alone. */
function withoutColon(heading: string): string {
  const trimmed = heading.trimEnd()
  return trimmed.endsWith(':') ? trimmed.slice(0, -1).trimEnd() : trimmed
}

/** One running text of several, each ended by a stop. */
const sentences = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.!?؟:…]$/u.test(part) ? part : `${part}.`))
    .join(' ')
