import { Parser } from 'htmlparser2'
import { toTableText } from './table-text.ts'

/** What is never part of what a page says. */
const SILENT = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'head'],
  ...['nav', 'footer', 'form', 'select', 'button', 'dialog'],
])
const BLOCKS = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'aside', 'header', 'blockquote', 'pre', 'figure'],
  ...['figcaption', 'address', 'ul', 'ol', 'dl', 'dt', 'dd', 'hr', 'details', 'summary'],
])
const HEADING = /^h([1-6])$/

type Table = { rows: string[][]; hasHeader: boolean; cell: string | undefined }

/**
 * The words of a piece of HTML, with its headings marked by `#` and each row of a table a
 * paragraph. Nothing of it is markup any more.
 */
export function toMarkedText(html: string): string {
  const parts: string[] = []
  const tables: Table[] = []
  let silent = 0
  const say = (text: string) => {
    const table = tables.at(-1)
    if (table?.cell !== undefined) table.cell += text
    else if (!table) parts.push(text)
  }
  const endTable = () => {
    const table = tables.pop()
    if (!table) return
    closeCell(table)
    say(`\n\n${toTableText(table.rows, table.hasHeader || undefined)}\n\n`)
  }
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1
      if (silent > 0) return
      const table = tables.at(-1)
      if (name === 'table') tables.push({ rows: [], hasHeader: false, cell: undefined })
      else if (table && name === 'tr') startRow(table)
      else if (table && (name === 'td' || name === 'th')) startCell(table, name === 'th')
      else say(opening(name, table !== undefined))
    },
    ontext(text) {
      if (silent === 0) say(text.replace(/\s+/g, ' '))
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      else if (silent > 0) return
      else if (name === 'table') endTable()
      else if (BLOCKS.has(name) || HEADING.test(name)) say(tables.length > 0 ? ' ' : '\n\n')
    },
  })
  parser.write(html)
  parser.end()
  while (tables.length > 0) endTable()
  return parts.join('')
}

function opening(name: string, isInTable: boolean): string {
  if (isInTable) return BLOCKS.has(name) || name === 'br' || name === 'li' ? ' ' : ''
  const level = HEADING.exec(name)?.[1]
  if (level) return `\n\n${'#'.repeat(Number(level))} `
  if (name === 'br') return '\n'
  if (name === 'li') return '\n- '
  return BLOCKS.has(name) ? '\n\n' : ''
}

function startRow(table: Table): void {
  closeCell(table)
  table.rows.push([])
}

function startCell(table: Table, isHeader: boolean): void {
  closeCell(table)
  if (table.rows.length === 0) table.rows.push([])
  if (isHeader && table.rows.length === 1 && table.rows[0]?.length === 0) table.hasHeader = true
  table.cell = ''
}

function closeCell(table: Table): void {
  if (table.cell === undefined) return
  table.rows.at(-1)?.push(table.cell.replace(/\s+/g, ' ').trim())
  table.cell = undefined
}
