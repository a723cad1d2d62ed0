import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import PDFDocument from 'pdfkit'
import { afterAll, describe, expect, test } from 'vitest'
import { toXlsx } from '#app/domain/spreadsheets/xlsx.ts'
import { openReader } from './open-reader.server.ts'

const reader = openReader()
afterAll(() => reader.close())

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const read = (bytes: Uint8Array | string, name = 'x') =>
  reader.readFile({ kind: 'file', bytes: Buffer.from(bytes), name })

/** A zip as a hostile hand would make it: the parts of a Word file, and whatever else. */
function wordFile(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8('<w:document/>'),
    ...parts,
  })
}

function makePdf(pages: number, write: (pdf: PDFKit.PDFDocument, page: number) => void) {
  const pdf = new PDFDocument({ autoFirstPage: false })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))))
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage()
    write(pdf, page)
  }
  pdf.end()
  return done
}

describe('files of an office program', () => {
  test('a PDF keeps its pages and headings', async () => {
    const result = await read(fixture('guide.pdf'))
    expect(result).toMatchObject({ ok: true, kind: 'pdf', pages: 2 })
    const text = result.ok ? result.text : ''
    expect(text).toContain('# Savanna Spa')
    expect(text).toMatch(/## Prices[\s\S]*Facial \| KES 3,200[\s\S]*\f[\s\S]*## Cancellation/)
  })

  test('a Word file keeps headings, and rows of tables say what their figures are', async () => {
    const result = await read(fixture('guide.docx'), 'anything.pdf')
    expect(result).toMatchObject({ ok: true, kind: 'docx', pages: null })
    expect(result.ok && result.text).toContain('Treatment: Facial; Price: KES 3,200')
    expect(result.ok && result.text).toContain('## Cancellation')
  })

  test('letters from right to left come in the order they are read in', async () => {
    expect(await read(fixture('rtl.docx'))).toMatchObject({
      text: '# دليل الفندق\n\nالإفطار من الساعة السابعة حتى العاشرة صباحا.',
    })
    const pdf = await read(fixture('rtl.pdf'))
    expect(pdf.ok && pdf.text).toContain('من الساعة السابعة حتى العاشرة صباحا')
  })

  test('a workbook is its sheets, a row a paragraph', async () => {
    const sheet = {
      name: 'Rooms',
      rows: [
        ['Room', 'Price'],
        ['Suite', 14_000],
      ],
    }
    expect(await read(toXlsx([sheet, { name: 'Food', rows: [['Soup']] }]))).toEqual({
      ...{ ok: true, kind: 'xlsx', pages: null },
      text: '# Rooms\n\nRoom: Suite; Price: 14000\n\n# Food\n\nSoup',
    })
  })

  test('1,000 pages are read in time, and every page is there', async () => {
    const book = await makePdf(1_000, (pdf, page) => {
      pdf
        .fontSize(18)
        .text(`Chapter ${page}`)
        .fontSize(10)
        .text(`The fee of zone ${page} is ${page}.`)
    })
    const result = await read(book)
    expect(result).toMatchObject({ ok: true, pages: 1_000 })
    expect(result.ok && result.text.split('\f')[776]).toContain('The fee of zone 777 is 777.')
  }, 90_000)
})

describe('text', () => {
  test.each([
    ['name;price\nTea;200\nCoffee;250', 'csv', 'name: Tea; price: 200\n\nname: Coffee; price: 250'],
    ['# Rules\r\n\r\nNo shoes, please.', 'text', '# Rules\n\nNo shoes, please.'],
    [
      '<!doctype html><html><nav>Menu</nav><h1>Hours</h1><script>x()</script><p>8 to 5</p></html>',
      ...['html', '# Hours\n\n8 to 5'],
    ],
    [
      '<table><tr><th>Day<th>Hours<tr><td>Sunday<td>closed</table>',
      'html',
      'Day: Sunday; Hours: closed',
    ],
  ])('%j is %s, whatever it is called', async (text, kind, expected) => {
    expect(await read(text, 'x.exe')).toMatchObject({ ok: true, kind, text: expected })
  })

  test('what Excel on Windows saves, and UTF-16', async () => {
    const latin = Buffer.from('Caf\xe9 opens at 8.', 'latin1')
    expect(await read(latin)).toMatchObject({ text: 'Café opens at 8.' })
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Chai na mandazi', 'utf16le'),
    ])
    expect(await read(wide)).toMatchObject({ text: 'Chai na mandazi' })
  })
})

describe('refused with the reason', () => {
  test.each([
    ['a PDF with a password', () => fixture('encrypted.pdf'), 'encrypted'],
    ['half a PDF', () => fixture('guide.pdf').subarray(0, 3_000), 'broken'],
    ['a PDF in name only', () => '%PDF-1.7 nothing else', 'broken'],
    ['pictures of paper', () => makePdf(3, (pdf) => pdf.rect(10, 10, 100, 100).fill()), 'scanned'],
    ['a program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'unsupported'],
    ['an archive of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'unsupported'],
    ['nothing but spaces', () => '  \n ', 'empty'],
    ['half an archive', () => wordFile({}).subarray(0, 90), 'broken'],
    ['a Word file with a password', () => lockedOffice(), 'encrypted'],
    ['more text than a book', () => 'word '.repeat(500_000), 'too_long'],
    [
      'XML that grows',
      () =>
        wordFile({ 'word/document.xml': strToU8('<!DOCTYPE l [<!ENTITY a "aaaa">]><x>&a;</x>') }),
      'unsafe',
    ],
    [
      'an archive that unpacks to gigabytes',
      () => wordFile(Object.fromEntries(zeros())),
      'unpacks_too_large',
    ],
    [
      'an archive of ten thousand parts',
      () =>
        wordFile(
          Object.fromEntries(Array.from({ length: 6_000 }, (_, n) => [`${n}`, strToU8('')])),
        ),
      'unpacks_too_large',
    ],
  ])('%s', async (_name, make, reason) => {
    expect(await read(await make())).toEqual({ ok: false, reason })
  })

  test('one that takes too long or too much is ended, and the next is read', async () => {
    const book = await makePdf(200, (pdf, page) => pdf.text(`Page ${page}`))
    const hasty = openReader({ fileTimeoutMs: 1 })
    const file = { kind: 'file', bytes: book, name: 'x' } as const
    expect(await hasty.readFile(file)).toEqual({ ok: false, reason: 'timeout' })
    const small = openReader({ memoryBytesMax: 1_000 })
    expect(await small.readFile(file)).toEqual({ ok: false, reason: 'too_complex' })
    hasty.close()
    small.close()
    expect(await read('Still here.')).toMatchObject({ ok: true, text: 'Still here.' })
  })
})

function lockedOffice(): Buffer {
  const mark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([mark, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
}

/** 150 MB of zeros in a few kilobytes. */
function zeros(): [string, Uint8Array][] {
  const part = new Uint8Array(30 * 1024 * 1024)
  return Array.from({ length: 5 }, (_, n) => [`word/media/${n}.bin`, part])
}
