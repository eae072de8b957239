const MB = 1024 * 1024

/** The first bytes of every body, which hold what was typed, are counted apart: files never keep out words. */
export const WORDS_BYTES = 128 * 1024

export interface BudgetLimits {
  /** Bytes for the beginnings of bodies, and for the rest of them. */
  words: number
  rest: number
  /** How much of each one address may hold. Behind one address may be a whole network of telephones. */
  wordsOfOne: number
  restOfOne: number
}

const defaultLimits: BudgetLimits = {
  words: 48 * MB,
  wordsOfOne: 12 * MB,
  rest: 128 * MB,
  restOfOne: 32 * MB,
}

/** The bytes that one body holds. */
export interface Holding {
  /** Reserves more bytes. @returns false, with nothing reserved, when the budget is used up */
  grow(bytes: number): boolean
  /** Releases the files' bytes and reserves what the words may take. @returns false when the budget is used up */
  keepWords(): boolean
  release(): void
}

/** Bytes in all and by address. */
class Account {
  private inAll = 0
  private readonly byAddress = new Map<string, number>()

  constructor(
    private readonly limit: number,
    private readonly limitOfOne: number,
  ) {}

  hasRoom(address: string, bytes: number): boolean {
    return this.inAll + bytes <= this.limit && (this.byAddress.get(address) ?? 0) + bytes <= this.limitOfOne
  }

  add(address: string, bytes: number): void {
    this.inAll += bytes
    const held = (this.byAddress.get(address) ?? 0) + bytes
    if (held > 0) this.byAddress.set(address, held)
    else this.byAddress.delete(address)
  }

  get held(): number {
    return this.inAll
  }
}

/**
 * How many bytes of bodies are in memory at once. Only what has arrived is counted: a body that was
 * announced and doesn't come holds nothing that others wait for.
 */
export class BodyBudget {
  private readonly words: Account
  private readonly rest: Account

  constructor(limits: BudgetLimits = defaultLimits) {
    this.words = new Account(limits.words, limits.wordsOfOne)
    this.rest = new Account(limits.rest, limits.restOfOne)
  }

  /** Bytes that are held now. */
  get held(): number {
    return this.words.held + this.rest.held
  }

  open(address: string): Holding {
    let [words, rest] = [0, 0]
    const grow = (bytes: number) => {
      const moreWords = Math.min(bytes, WORDS_BYTES - words)
      const moreRest = bytes - moreWords
      if (!this.words.hasRoom(address, moreWords) || !this.rest.hasRoom(address, moreRest)) return false
      this.words.add(address, moreWords)
      this.rest.add(address, moreRest)
      words += moreWords
      rest += moreRest
      return true
    }
    const releaseRest = () => {
      this.rest.add(address, -rest)
      rest = 0
    }
    return {
      grow,
      keepWords: () => {
        releaseRest()
        return grow(WORDS_BYTES - words)
      },
      release: () => {
        releaseRest()
        this.words.add(address, -words)
        words = 0
      },
    }
  }
}
