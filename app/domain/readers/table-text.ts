/**
 * A table as paragraphs, one row each. Where the first row names the columns every row repeats
 * those names, so that a row that is found alone still says what its figures mean.
 */
export function toTableText(rows: string[][], hasHeader = looksLikeHeader(rows)): string {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const [header, ...rest] = filled
  if (!header) return ''
  if (!hasHeader || rest.length === 0) return filled.map(toPlainRow).join('\n\n')
  return rest.map((row) => toNamedRow(header, row)).join('\n\n')
}

function toNamedRow(header: string[], row: string[]): string {
  return row
    .flatMap((cell, index) => {
      if (cell === '') return []
      const name = header[index]
      return [name ? `${name}: ${cell}` : cell]
    })
    .join('; ')
}

function toPlainRow(row: string[]): string {
  return row.filter((cell) => cell !== '').join(' | ')
}

/** Names of columns: all there, none twice, no figures among them. */
function looksLikeHeader(rows: string[][]): boolean {
  const [first, second] = rows
  if (!first || !second || first.length < 2) return false
  const isNamed = first.every((cell) => cell !== '' && cell.length <= 60 && !/\d{2,}/.test(cell))
  return isNamed && new Set(first.map((cell) => cell.toLowerCase())).size === first.length
}
