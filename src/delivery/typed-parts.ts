import { WORDS_BYTES } from '@/delivery/body-budget'
import { ByteBlocks } from '@/delivery/byte-blocks'
import { readPartHead, type TypedPart } from '@/delivery/multipart'

/** Of one body: more than all fields of a form take. */
const MAX_TYPED_BYTES = WORDS_BYTES
const MAX_HEAD_BYTES = 16 * 1024
const MAX_PARTS = 200

/**
 * Reads what was typed out of a body that can't be kept, while it runs by: files are passed over
 * byte by byte. What has not arrived whole is given as far as it came.
 */
export class TypedParts {
  private readonly parts: TypedPart[] = []
  private readonly delimiter: Buffer
  private state: 'opening' | 'between' | 'head' | 'value' | 'over' = 'opening'
  private pending: Buffer = Buffer.alloc(0)
  private value = new ByteBlocks()
  private typedBytes = 0

  constructor(boundary: string) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`)
  }

  add(chunk: Buffer): void {
    if (this.state === 'over') return
    this.pending = this.pending.byteLength === 0 ? chunk : Buffer.concat([this.pending, chunk])
    while (this.step());
    // A chunk is a window on a larger buffer, which a small rest of it must not keep alive.
    this.pending = Buffer.from(this.pending)
  }

  /** The parts so far; a file has no bytes. */
  read(): readonly TypedPart[] {
    const last = this.parts.at(-1)
    if (this.state === 'value' && last) last.value = this.value.concat()
    return this.parts
  }

  /** @returns whether there may be more to do with what is pending */
  private step(): boolean {
    switch (this.state) {
      case 'opening':
        return this.opening()
      case 'between':
        return this.between()
      case 'head':
        return this.head()
      case 'value':
        return this.inValue()
      case 'over':
        this.pending = Buffer.alloc(0)
        return false
    }
  }

  private take(bytes: number): Buffer {
    const taken = this.pending.subarray(0, bytes)
    this.pending = this.pending.subarray(bytes)
    return taken
  }

  private opening(): boolean {
    const opening = this.delimiter.subarray(2)
    if (this.pending.byteLength < opening.byteLength) return false
    this.state = this.take(opening.byteLength).equals(opening) ? 'between' : 'over'
    return true
  }

  private between(): boolean {
    if (this.pending.byteLength < 2) return false
    const isAnother = this.take(2).toString('latin1') === '\r\n' && this.parts.length < MAX_PARTS
    this.state = isAnother ? 'head' : 'over'
    return true
  }

  private head(): boolean {
    const end = this.pending.indexOf('\r\n\r\n')
    if (end === -1) {
      if (this.pending.byteLength > MAX_HEAD_BYTES) this.state = 'over'
      return this.state === 'over'
    }
    const head = readPartHead(this.take(end).toString('utf8'))
    this.take(4)
    this.state = head ? 'value' : 'over'
    this.value = new ByteBlocks()
    if (head) this.parts.push({ ...head, value: Buffer.alloc(0) })
    return true
  }

  /** How many bytes at the end of what is pending may be the beginning of the delimiter. */
  private begunDelimiter(): number {
    let bytes = Math.min(this.pending.byteLength, this.delimiter.byteLength - 1)
    while (bytes > 0 && !this.pending.subarray(-bytes).equals(this.delimiter.subarray(0, bytes))) bytes -= 1
    return bytes
  }

  private inValue(): boolean {
    const end = this.pending.indexOf(this.delimiter)
    const bytes = end === -1 ? this.pending.byteLength - this.begunDelimiter() : end
    const last = this.parts.at(-1)
    const taken = this.take(bytes)
    if (last?.filename === null) {
      const kept = taken.subarray(0, MAX_TYPED_BYTES - this.typedBytes)
      this.typedBytes += kept.byteLength
      this.value.add(kept)
    }
    if (end === -1) return false
    if (last) last.value = this.value.concat()
    this.take(this.delimiter.byteLength)
    this.state = 'between'
    return true
  }
}
