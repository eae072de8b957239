/** Where of a document a term stands. */
export type Part = 'heading' | 'text' | 'keywords' | 'context'

/** Where a term occurs: the documents' places in order, and how often in each of their parts. */
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

  /** Documents come in the order of their places. */
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
