import { strToU8, zipSync } from 'fflate'
import type { CellValue } from './csv.ts'

export type Sheet = { name: string; rows: CellValue[][] }

const SHEET_NAME_MAX = 31
const CELL_CHARACTERS_MAX = 32_767
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook, one sheet each, the first row of a sheet bold. Texts are stored as texts: a sheet
 * program never runs them as formulas.
 */
export function toXlsx(sheets: Sheet[]): Uint8Array {
  const names = uniqueNames(sheets.map((sheet) => sheet.name))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  }
  sheets.forEach(({ rows }, index) => {
    parts[`xl/worksheets/${index + 1}.xml`] = worksheet(rows)
  })
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const)
  return zipSync(Object.fromEntries(files), { level: 6 })
}

function worksheet(rows: CellValue[][]): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((value, column) => cell(value, `${toLetters(column)}${index + 1}`, index))
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cell(value: CellValue, at: string, row: number): string {
  if (value === null) return ''
  const style = row === 0 ? ' s="1"' : ''
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`
  const text = escapeXml(value.slice(0, CELL_CHARACTERS_MAX))
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function workbook(names: string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

function relations(targets: [type: string, path: string][]): string {
  const lines = targets.map(
    ([type, path], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${path}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${TYPE}.${type}+xml"/>`
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    part(`worksheets/${index + 1}`, 'worksheet'),
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${worksheets.join('')}</Types>`
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`

/** Sheet names: no `[]:*?/\`, at most 31 characters, none twice. */
function uniqueNames(names: string[]): string[] {
  const used = new Set<string>()
  return names.map((name, index) => {
    const plain = name.replace(/[[\]:*?/\\']/g, ' ').slice(0, SHEET_NAME_MAX) || `${index + 1}`
    const isFree = !used.has(plain.toLowerCase())
    const chosen = isFree ? plain : `${plain.slice(0, SHEET_NAME_MAX - 4)} ${index + 1}`
    used.add(chosen.toLowerCase())
    return chosen
  })
}

function toLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : toLetters(Math.floor(column / 26) - 1) + letter
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML knows no control characters, not even escaped. */
function escapeXml(text: string): string {
  return text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] as string)
}
