/** The part of a document in which a term occurs. */
export type Part = 'heading' | 'text' | 'keywords' | 'context'

/** The occurrences of a term: document indexes in order, and counts by part. */
export interface Occurrences {
  documents: number[]
  heading: number[]
  text: number[]
  keywords: number[]
  context: number[]
}

/** An inverted index: which documents have a term. */
export class Postings {
  private readonly terms = new Map<string, Occurrences>()

  /** Documents must be added in order. */
  note(term: string, document: number, part: Part): void {
    let known = this.terms.get(term)
    if (!known) {
      known = { documents: [], heading: [], text: [], keywords: [], context: [] }
      this.terms.set(term, known)
    }
    let last = known.documents.length - 1
    if (known.documents[last] !== document) {
      last = known.documents.push(document) - 1
      known.heading.push(0)
      known.text.push(0)
      known.keywords.push(0)
      known.context.push(0)
    }
    known[part][last] = (known[part][last] ?? 0) + 1
  }

  has(term: string): boolean {
    return this.terms.has(term)
  }

  of(term: string): Occurrences | undefined {
    return this.terms.get(term)
  }

  all(): IterableIterator<string> {
    return this.terms.keys()
  }
}
