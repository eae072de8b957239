/**
 * The thread and the dot: a half circle of radius 12, a dot of half diagonal 4.6, every 24.
 * Ornaments are decoration: hidden from screen readers and gone in forced colours. The mark stands
 * in the masthead, the growth on the home cover, the band at the foot and on a receipt's stub, the
 * seal in an approval block. Nowhere else, never behind text.
 */
/** The mark, until the association's own logo is given. */
export function Mark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path className="mark-thread" d="M7 21a17 17 0 0 0 34 0" />
      <path className="mark-dot" d="M24 9.5l9 9-9 9-9-9z" />
    </svg>
  )
}

const dot = (x: number, y: number) => `M${x} ${y - 4.6}l4.6 4.6-4.6 4.6-4.6-4.6z`

/** `id` must be the only one of its kind on the page: the pattern is referred to by it. */
export function Band({ id }: { id: string }) {
  return (
    <svg className="band" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} x="50%" width="48" height="36" patternUnits="userSpaceOnUse">
          <path className="thread" d="M-24 18a12 12 0 0 1 24 0a12 12 0 0 0 24 0a12 12 0 0 1 24 0a12 12 0 0 0 24 0" />
          <path className="dot" d={[-12, 12, 36, 60].map((x) => dot(x, 18)).join('')} />
        </pattern>
      </defs>
      <rect width="100%" height="36" fill={`url(#${id})`} />
    </svg>
  )
}

/** How many units each row of the pattern has, from the top. The last of a row is green: it grows. */
const growths = { tall: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], flat: [3, 8, 13] } as const

/** The pattern that grows on the home cover. Alternate rows swap over and under. */
export function Growth({ shape }: { shape: keyof typeof growths }) {
  const rows = growths[shape].map((units, row) => ({ units, row, y: 20 + 24 * row }))
  const threads = rows.map(
    ({ units, row, y }) =>
      `M0 ${y}${Array.from({ length: units }, (_, unit) => `a12 12 0 0 ${(unit + row) % 2} 24 0`).join('')}`,
  )
  const dots = rows.flatMap(({ units, y }) => Array.from({ length: units - 1 }, (_, unit) => dot(12 + 24 * unit, y)))
  const growing = rows.map(({ units, y }) => dot(24 * units - 12, y))
  const width = Math.max(...growths[shape]) * 24 + 6
  return (
    <svg
      className={`growth growth-${shape}`}
      viewBox={`0 0 ${width} ${rows.length * 24 + 14}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="thread" d={threads.join('')} />
      <path className="dot" d={dots.join('')} />
      <path className="dot-done" d={growing.join('')} />
    </svg>
  )
}

/** The seal of the board's approval. */
export function Seal() {
  return (
    <svg className="seal" viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      <path
        className="thread"
        d="M48 16A6.24 6.24 0 0 0 60.25 18.44A6.24 6.24 0 0 1 70.63 25.37A6.24 6.24 0 0 0 77.56 35.75A6.24 6.24 0 0 1 80 48A6.24 6.24 0 0 0 77.56 60.25A6.24 6.24 0 0 1 70.63 70.63A6.24 6.24 0 0 0 60.25 77.56A6.24 6.24 0 0 1 48 80A6.24 6.24 0 0 0 35.75 77.56A6.24 6.24 0 0 1 25.37 70.63A6.24 6.24 0 0 0 18.44 60.25A6.24 6.24 0 0 1 16 48A6.24 6.24 0 0 0 18.44 35.75A6.24 6.24 0 0 1 25.37 25.37A6.24 6.24 0 0 0 35.75 18.44A6.24 6.24 0 0 1 48 16z"
      />
      <path
        className="dot"
        d="M54.24 14.01l2.6 2.6-2.6 2.6-2.6-2.6zM65.78 18.79l2.6 2.6-2.6 2.6-2.6-2.6zM74.61 27.62l2.6 2.6-2.6 2.6-2.6-2.6zM79.39 39.16l2.6 2.6-2.6 2.6-2.6-2.6zM79.39 51.64l2.6 2.6-2.6 2.6-2.6-2.6zM74.61 63.18l2.6 2.6-2.6 2.6-2.6-2.6zM65.78 72.01l2.6 2.6-2.6 2.6-2.6-2.6zM54.24 76.79l2.6 2.6-2.6 2.6-2.6-2.6zM41.76 76.79l2.6 2.6-2.6 2.6-2.6-2.6zM30.22 72.01l2.6 2.6-2.6 2.6-2.6-2.6zM21.39 63.18l2.6 2.6-2.6 2.6-2.6-2.6zM16.61 51.64l2.6 2.6-2.6 2.6-2.6-2.6zM16.61 39.16l2.6 2.6-2.6 2.6-2.6-2.6zM21.39 27.62l2.6 2.6-2.6 2.6-2.6-2.6zM30.22 18.79l2.6 2.6-2.6 2.6-2.6-2.6zM41.76 14.01l2.6 2.6-2.6 2.6-2.6-2.6z"
      />
      <path className="thread" d="M36 48a12 12 0 0 0 24 0" />
      <path className="dot" d="M48 41.3l5.2 5.2-5.2 5.2-5.2-5.2z" />
    </svg>
  )
}

/** The dot that means "look here", before an error. */
export function ErrorSign() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path fillRule="evenodd" d="M12 .8 23.2 12 12 23.2.8 12zM10.9 6.2v7.2h2.2V6.2zm0 9v2.3h2.2v-2.3z" />
    </svg>
  )
}
