import writeExcelFile from 'write-excel-file/node'
import type { Cell } from '@/platform/spreadsheet'

/** Characters that a cell of a workbook can hold. */
const LONGEST_CELL = 32_767

/**
 * A workbook for spreadsheets with one sheet, whose first row stays in sight. Texts are stored as texts, so that
 * none runs as a formula.
 */
export async function workbook(
  rows: readonly (readonly Cell[])[],
  { isRightToLeft }: { isRightToLeft: boolean },
): Promise<Uint8Array> {
  const [head = [], ...body] = rows
  const cellOf = (value: Cell) =>
    typeof value === 'number' ? { value, type: Number } : { value: value.slice(0, LONGEST_CELL), type: String }
  const data = [
    head.map((value) => ({ ...cellOf(value), fontWeight: 'bold' as const })),
    ...body.map((row) => row.map(cellOf)),
  ]
  return writeExcelFile(data, { rightToLeft: isRightToLeft, stickyRowsCount: 1 }).toBuffer()
}
