const FIRST_BLOCK = 4 * 1024
const LARGEST_BLOCK = 64 * 1024

/**
 * Bytes in the order they came, copied into blocks: a client that sends them one by one would
 * otherwise have each held by a buffer of its own, which takes a hundred times as much.
 */
export class ByteBlocks {
  private readonly full: Buffer[] = []
  private block: Buffer = Buffer.alloc(0)
  private used = 0
  private total = 0

  get byteLength(): number {
    return this.total
  }

  add(chunk: Buffer): void {
    for (let position = 0; position < chunk.byteLength; ) {
      if (this.used === this.block.byteLength) {
        if (this.used > 0) this.full.push(this.block)
        this.block = Buffer.allocUnsafeSlow(Math.min(LARGEST_BLOCK, Math.max(FIRST_BLOCK, this.total)))
        this.used = 0
      }
      const copied = chunk.copy(this.block, this.used, position)
      this.used += copied
      this.total += copied
      position += copied
    }
  }

  *[Symbol.iterator](): Generator<Buffer> {
    yield* this.full
    yield this.block.subarray(0, this.used)
  }

  concat(): Buffer {
    return Buffer.concat([...this], this.total)
  }
}
