/**
 * Charts drawn on the server: SVG whose text keeps its own size whatever the width. Each says what
 * it shows (`title`, `text`) and stands beside a table with the same numbers.
 */
export interface Column {
  key: string
  /** Under the axis. */
  label: string
  /** Fainter, under the label: a sample, a year. */
  note?: string
  /** Above the column. */
  valueText: string
  /** Null: withheld or missing; drawn as an empty frame. */
  value: number | null
  isStrong?: boolean
}

const TOP = 28
const PLOT = 120
const AXIS = TOP + PLOT

/** Upright columns in reading order: from the right in Arabic. `id` is unique in the page. */
export function ColumnChart({
  id,
  title,
  text,
  columns,
  max,
  direction,
}: {
  id: string
  title: string
  /** The same in a sentence. */
  text: string
  columns: readonly Column[]
  /** What a column of full height stands for. */
  max: number
  direction: 'rtl' | 'ltr'
}) {
  const step = 100 / Math.max(columns.length, 1)
  const width = step * 0.62
  const hasNotes = columns.some(({ note }) => note)
  const percent = (value: number) => `${value.toFixed(2)}%`
  return (
    <svg
      className="chart"
      width="100%"
      height={AXIS + (hasNotes ? 54 : 32)}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{text}</desc>
      {columns.map((column, index) => {
        const place = direction === 'rtl' ? columns.length - 1 - index : index
        const centre = percent((place + 0.5) * step)
        const height = column.value === null || max === 0 ? 0 : (column.value / max) * PLOT
        const top = column.value === null ? AXIS - 24 : AXIS - height
        return (
          <g key={column.key}>
            {column.value === null ? (
              <rect
                className="bar-withheld"
                x={percent((place + 0.5) * step - width / 2)}
                y={top}
                width={percent(width)}
                height={24}
              />
            ) : (
              <rect
                className={column.isStrong ? 'bar-now' : 'bar'}
                x={percent((place + 0.5) * step - width / 2)}
                y={top}
                width={percent(width)}
                height={height}
              />
            )}
            <text className="strong" x={centre} y={top - 8} textAnchor="middle">
              {column.valueText}
            </text>
            <text className="tick" x={centre} y={AXIS + 22} textAnchor="middle">
              {column.label}
            </text>
            {column.note ? (
              <text className="faint" x={centre} y={AXIS + 44} textAnchor="middle">
                {column.note}
              </text>
            ) : null}
          </g>
        )
      })}
      <line className="axis" x1="0" x2="100%" y1={AXIS + 0.5} y2={AXIS + 0.5} />
    </svg>
  )
}
