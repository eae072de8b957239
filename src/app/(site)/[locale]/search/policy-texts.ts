import { type FoundText, sentences } from '@/app/(site)/[locale]/search/found-text'
import type { PolicyView, SectionView } from '@/features/policies/domain/policy-view'
import { getPolicy, listPolicies } from '@/features/policies/server/queries'
import { messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'
import { dateText } from '@/platform/calendar'
import { parseDay } from '@/platform/typed-day'

/** Policies in force, their sections and clauses. */
export async function policyTexts(locale: Locale, now: Date): Promise<FoundText[]> {
  const texts: FoundText[] = []
  // One after another: building the index must not take the database from those who read pages.
  for (const { slug, isInForce } of await listPolicies(locale, now)) {
    const policy = isInForce ? await getPolicy(locale, slug, now) : null
    if (!policy) continue
    texts.push(policyText(policy, locale))
    for (const section of policy.edition.sections) texts.push(...sectionTexts(policy, section, locale))
  }
  return texts
}

function policyText({ slug, title, brief, edition, category }: PolicyView, locale: Locale): FoundText {
  const { policies } = messagesFor(locale)
  const dates = [edition.meetingDate, edition.effectiveFrom].flatMap((day) => (day ? [dateText(day, locale)] : []))
  return {
    kind: 'policy',
    path: `/policies/${slug}`,
    text: {
      heading: title.text,
      text: sentences(brief.map(({ sentence }) => sentence.text)),
      context: '',
      keywords: [
        nameIn(policies.category, category),
        policies.text,
        policies.approval.title,
        policies.approval.effective,
        edition.resolution ? `${policies.approval.resolution} ${edition.resolution}` : '',
        ...dates,
        edition.attachedFile ? `${policies.files.attached} ${edition.attachedFile.kind}` : '',
        edition.sourceText ? policies.files.source : '',
        policies.editions.title,
      ].join(' '),
      within: [],
      lang: title.lang,
    },
  }
}

function sectionTexts({ slug, title }: PolicyView, section: SectionView, locale: Locale): FoundText[] {
  const path = `/policies/${slug}` as const
  const kind = nameIn(messagesFor(locale).policies.kind, section.kind)
  // A section without a heading of its own is called on its page by its kind.
  const heading = section.heading ? withoutColon(section.heading.text) : kind
  const within = [title.text, ...(heading ? [heading] : [])]
  const texts: FoundText[] = []
  if (heading) {
    texts.push({
      kind: 'section',
      path: `${path}#${section.anchor}`,
      text: {
        heading,
        text: '',
        context: title.text,
        keywords: kind,
        within: [title.text],
        lang: section.heading?.lang ?? locale,
      },
    })
  }
  for (const { anchor, number, text } of section.clauses) {
    texts.push({
      kind: 'clause',
      path: `${path}#${anchor}`,
      text: {
        heading: number,
        text: text.text,
        context: [...within, kind].join(' '),
        keywords: datesIn(text.text, locale),
        within,
        lang: text.lang,
      },
    })
  }
  return texts
}

/** The dates that a text names in figures, in the words of both calendars. */
function datesIn(text: string, locale: Locale): string {
  const figures = text.match(/\d{1,2}\/\d{1,2}\/\d{4}/g) ?? []
  return figures
    .flatMap((date) => parseDay(date, Number(date.slice(-4)) < 1700 ? 'hijri' : 'gregorian') ?? [])
    .map((day) => dateText(day, locale))
    .join(' ')
}

const nameIn = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? ''

/** A heading as it is printed above its clauses, named where it stands alone. */
function withoutColon(heading: string): string {
  const trimmed = heading.trimEnd()
  return trimmed.endsWith(':') ? trimmed.slice(0, -1).trimEnd() : trimmed
}
