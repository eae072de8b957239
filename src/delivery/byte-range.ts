/** Positions of one part, in bytes; a suffix has its length alone. */
const rangeSpec = /^(?:(?<first>\d+)-(?<last>\d*)|-(?<suffix>\d+))$/

/**
 * What a Range header asks of a file (RFC 9110, 14.1.2), as one range within it.
 * @returns null where the whole file is to be sent: for no range, an invalid one, several, or the end of an empty
 * file, which no Content-Range can name. A range that begins at `size` can't be satisfied.
 */
export function rangeWithin(header: string | undefined, size: number): string | null {
  const specs = /^bytes=(.*)$/i
    .exec(header ?? '')?.[1]
    ?.split(',')
    .map((spec) => spec.trim())
    .filter(Boolean)
  const ranges = specs?.map((spec) => firstAndLast(spec, size))
  if (!ranges?.length || ranges.includes(null)) return null
  if (!ranges.some((range) => range?.isSatisfiable)) return `bytes=${size}-`
  const [range, ...others] = ranges
  return range && others.length === 0 && size > 0 ? `bytes=${range.first}-${range.last}` : null
}

/** Null where the syntax is invalid. */
function firstAndLast(spec: string, size: number): { first: number; last: number; isSatisfiable: boolean } | null {
  const { first = '', last = '', suffix } = rangeSpec.exec(spec)?.groups ?? {}
  if (suffix !== undefined) {
    return { first: Math.max(0, size - Number(suffix)), last: size - 1, isSatisfiable: Number(suffix) > 0 }
  }
  if (first === '' || (last !== '' && Number(last) < Number(first))) return null
  return {
    first: Number(first),
    last: last === '' ? size - 1 : Math.min(Number(last), size - 1),
    isSatisfiable: Number(first) < size,
  }
}
