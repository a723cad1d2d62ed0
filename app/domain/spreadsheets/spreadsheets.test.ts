import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { escapeFormula, toCsvLine } from './csv.ts'
import { toXlsx } from './xlsx.ts'

test.each(['=1+1', '+254711', '-2', '@sum', '\t=1', '＝1'])('%j runs nowhere', (text) => {
  expect(escapeFormula(text)).toBe(`'${text}`)
})

test('a line keeps commas, quotes and line ends in their cells, and numbers as numbers', () => {
  expect(toCsvLine(['a,b', 'say "hi"', 'two\nlines', -5, null, 'plain'])).toBe(
    '"a,b","say ""hi""","two\nlines",-5,,plain\r\n',
  )
})

test('a workbook is read back as it was written', async () => {
  const rows = [
    ['Name', 'Count'],
    ['=cmd|calc <&> "x"', 12],
    ['Zawadi Ω', -3.5],
  ]
  const bytes = toXlsx([
    { name: 'A/B', rows },
    { name: 'a b', rows: [['second']] },
  ])
  expect(await readSheet(Buffer.from(bytes), 1)).toEqual(rows)
  expect(await readSheet(Buffer.from(bytes), 2)).toEqual([['second']])
})
