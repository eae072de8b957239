import { hasVisibleText } from '@/platform/typed-text'

/**
 * Clauses have an anchor and a number. The anchor (`dealing-3`) is the stable address: assigned once, kept when
 * clauses move, unique in an edition. The number (6.3) is the position in the text.
 */

export interface ClauseDraft {
  anchor?: string | null
}

export interface SectionDraft {
  kind?: string | null
  anchor?: string | null
  clauses?: ClauseDraft[] | null
}

const anchorPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Whether the text is valid as a fragment of an address. */
export const isAnchor = (text: string): boolean => text.length <= 60 && anchorPattern.test(text)

/** The clause's number by position: the third clause of the sixth section is 6.3. */
export const clauseNumber = (section: number, clause: number): string => `${section + 1}.${clause + 1}`

/** Whether `withAnchors` would change anything. */
export const lacksAnchors = (sections: readonly SectionDraft[]): boolean =>
  sections.some((section) => !section.anchor || section.clauses?.some((clause) => !clause.anchor))

/**
 * Gives every section and clause without an anchor one of its own, from the section's kind, and
 * leaves the others as they are.
 * @param published anchors of the policy's approved editions: not given to another clause even
 * when theirs was removed, so that a link never points to another text than it did
 */
export function withAnchors<S extends SectionDraft>(
  sections: readonly S[],
  published: Iterable<string> = [],
): (S & { anchor: string })[] {
  const taken = new Set<string>(published)
  for (const section of sections) {
    if (section.anchor) taken.add(section.anchor)
    for (const clause of section.clauses ?? []) if (clause.anchor) taken.add(clause.anchor)
  }
  const claim = (anchor: string): string => {
    taken.add(anchor)
    return anchor
  }
  const freeSection = (kind: string): string => {
    let letter = 98 // b
    let anchor = kind
    while (taken.has(anchor)) anchor = `${kind}-${String.fromCharCode(letter++)}`
    return claim(anchor)
  }
  return sections.map((section) => {
    const anchor = section.anchor || freeSection(section.kind || 'section')
    let next = Math.max(0, ...[...taken].map((known) => suffixOf(known, anchor)))
    return {
      ...section,
      anchor,
      clauses: (section.clauses ?? []).map((clause) =>
        clause.anchor ? clause : { ...clause, anchor: claim(`${anchor}-${++next}`) },
      ),
    }
  })
}

/** 3 for `dealing-3` in the section `dealing`, 0 for anchors of other sections. */
const suffixOf = (known: string, anchor: string): number => {
  const suffix = known.startsWith(`${anchor}-`) ? known.slice(anchor.length + 1) : ''
  return /^\d+$/.test(suffix) ? Number(suffix) : 0
}

export interface AnchorError {
  /** Where in the edition, as Payload names fields: `sections.0.clauses.2.anchor`. */
  path: string
  anchor: string
  code: 'repeated' | 'malformed'
}

/** Anchors that are malformed or used twice; each later use counts as the error. */
export function anchorErrors(sections: readonly SectionDraft[]): AnchorError[] {
  const seen = new Set<string>()
  const errors: AnchorError[] = []
  const check = (anchor: string | null | undefined, path: string) => {
    if (!anchor) return
    if (!isAnchor(anchor)) errors.push({ path, anchor, code: 'malformed' })
    else if (seen.has(anchor)) errors.push({ path, anchor, code: 'repeated' })
    seen.add(anchor)
  }
  sections.forEach((section, s) => {
    check(section.anchor, `sections.${s}.anchor`)
    section.clauses?.forEach((clause, c) => {
      check(clause.anchor, `sections.${s}.clauses.${c}.anchor`)
    })
  })
  return errors
}

export interface CompletenessError {
  path: string
  code: 'noSections' | 'noClauses' | 'noText'
}

/** What an edition's text still lacks in one language before it can be approved. */
export function textErrors(
  sections: readonly { clauses?: readonly { text?: string | null }[] | null }[],
): CompletenessError[] {
  if (sections.length === 0) return [{ path: 'sections', code: 'noSections' }]
  return sections.flatMap((section, s): CompletenessError[] => {
    const clauses = section.clauses ?? []
    if (clauses.length === 0) return [{ path: `sections.${s}.clauses`, code: 'noClauses' }]
    return clauses.flatMap((clause, c) =>
      hasVisibleText(clause.text ?? '') ? [] : [{ path: `sections.${s}.clauses.${c}.text`, code: 'noText' as const }],
    )
  })
}
