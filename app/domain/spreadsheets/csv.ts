/** What stands in a cell of an export. Numbers stay numbers, so that a sheet can add them up. */
export type CellValue = string | number | null

/** What a spreadsheet takes for the beginning of a formula, or of something that hides one. */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** So that Excel reads the file as UTF-8. */
export const CSV_BEGIN = '\ufeff'

/**
 * Text from outside as it may stand in a CSV: what a spreadsheet would run as a formula gets an
 * apostrophe in front, which shows it as it was written.
 */
export function escapeFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** One line of a CSV with its line end; texts are escaped, numbers written plainly. */
export function toCsvLine(cells: CellValue[]): string {
  return `${cells.map(toCsvCell).join(',')}\r\n`
}

function toCsvCell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = escapeFormula(value)
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
