import Papa from 'papaparse'
import { ReadError } from './reading.ts'
import { toTableText } from './table-text.ts'

const MARKUP =
  /^\s*(<!doctype html|<html|<head|<body|<!--|<(article|div|h1|main|p|section|table)[\s>])/i
const CELLS_LOOKED_AT_ROWS = 20

/** Text in whatever it was saved: UTF-8, UTF-16, or what Excel on Windows writes. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 8_192).includes(0)) throw new ReadError('unsupported')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export function isHtml(text: string): boolean {
  return MARKUP.test(text.slice(0, 1_024))
}

/**
 * Rows of equal width at the beginning make it a table; of running text with commas no two
 * lines in a row agree for long.
 */
export function isCsv(text: string): boolean {
  const { data, meta } = Papa.parse<string[]>(text.slice(0, 200_000), {
    ...{ delimitersToGuess: [',', ';', '\t'], skipEmptyLines: 'greedy' },
    preview: CELLS_LOOKED_AT_ROWS,
  })
  const width = data[0]?.length ?? 0
  const isEven = data.every((row) => row.length === width)
  return data.length >= 2 && width >= 2 && isEven && !meta.aborted
}

export function readCsv(text: string): string {
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  })
  return toTableText(data.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim())))
}
