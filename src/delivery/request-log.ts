/** What is known of an answered request. `route` is a pattern: never an address, a query or a token. */
export interface AnsweredRequest {
  method: string
  route: string
  status: number
  ms: number
}

const FLUSH_MS = 250
const FLUSH_LINES = 500

/**
 * One JSON line a request. Lines are gathered and written together: a write for each would cost
 * more than the answer itself.
 */
export class RequestLog {
  private lines: string[] = []
  /** Of the batch: within a quarter of a second lines need no clock of their own. */
  private time = ''
  private timer: NodeJS.Timeout | null = null

  /**
   * @param write null keeps no log
   * @param observe is told of every request too
   */
  constructor(
    private readonly write: ((text: string) => void) | null,
    private readonly observe: ((request: AnsweredRequest) => void) | null = null,
  ) {}

  add(request: AnsweredRequest): void {
    this.observe?.(request)
    if (this.write === null) return
    const { method, route, status, ms } = request
    if (this.lines.length === 0) this.time = new Date().toISOString()
    this.lines.push(
      `{"level":30,"time":"${this.time}","method":${quote(method)},"route":${quote(route)},"status":${status},"ms":${Math.round(ms * 10) / 10}}\n`,
    )
    if (this.lines.length >= FLUSH_LINES) this.flush()
    else this.timer ??= setTimeout(() => this.flush(), FLUSH_MS).unref()
  }

  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.lines.length === 0) return
    this.write?.(this.lines.join(''))
    this.lines = []
  }
}

const quoted = new Map<string, string>()

/** Methods and patterns are few, so each is escaped once. */
function quote(text: string): string {
  let known = quoted.get(text)
  if (known === undefined) {
    known = JSON.stringify(text)
    if (quoted.size < 500) quoted.set(text, known)
  }
  return known
}
