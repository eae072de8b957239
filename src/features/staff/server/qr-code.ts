import { encode } from 'uqr'

export interface QrPath {
  /** Modules on a side, the quiet border of four included (ISO/IEC 18004). */
  size: number
  /** For `<path d>`: one square a dark module. */
  path: string
}

/** A QR code as one path of an SVG: nothing to fetch, nothing to run. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
