import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { translator } from '#app/i18n/catalogue.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { DateSettings } from '#app/i18n/format.ts'
import { formatMoney } from '#app/i18n/money.ts'
import { findDocument } from '#app/platform/billing/documents.server.ts'
import { settledOtherwise } from '#app/ui/billing/document.ts'
import type { Seller, ShownDocument } from '#app/ui/billing/document.ts'
import { lineWords } from '#app/ui/billing/line-words.ts'
import { invoiceState } from '#app/ui/billing/words.ts'
import type { Runtime } from '../runtime.server.ts'
import { readSeller } from './seller.server.ts'

const { resolve } = createRequire(import.meta.url)
const fonts = {
  regular: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  strong: resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
}

/** A4 in points, with the columns of its table. */
const MARGIN = 56
const RIGHT = 595 - MARGIN
const AMOUNT_WIDTH = 110
const BOTTOM = 842 - MARGIN
const INK = '#16201f'
const SOFT = '#5f6b6d'
const LINE = '#dfe3e4'

type Pen = {
  pdf: PDFKit.PDFDocument
  t: ReturnType<typeof translator>
  day: (at: number) => string
  money: (amountMinor: number) => string
}

/** An invoice or credit note of a company as a file; undefined where it has no such. */
export async function writeCompanyDocument(
  runtime: Pick<Runtime, 'platform' | 'env'>,
  { tenantId, id }: { tenantId: string; id: number },
  settings: DateSettings,
): Promise<{ number: string; bytes: Buffer } | undefined> {
  const document = findDocument(runtime.platform, tenantId, id)
  if (!document) return undefined
  const seller = readSeller(runtime)
  const bytes = await writeDocumentPdf(document, { seller, settings, now: Date.now() })
  return { number: document.number, bytes }
}

/** Writes an invoice or credit note as a PDF of one page or more. */
export async function writeDocumentPdf(
  document: ShownDocument,
  { seller, settings, now }: { seller: Seller; settings: DateSettings; now: number },
): Promise<Buffer> {
  const t = translator(settings.language)
  const title = `${t(`billing.doc.${document.kind}`)} ${document.number}`
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, lang: settings.language },
    info: { Title: title, Author: seller.name, CreationDate: new Date(document.issuedAt) },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise<void>((done, fail) => pdf.once('end', done).once('error', fail))
  pdf.registerFont('regular', fonts.regular).registerFont('strong', fonts.strong)
  const pen: Pen = {
    ...{ pdf, t },
    day: (at) => formatDay(at, settings, 0),
    money: (amount) => formatMoney(amount, document.currency, settings.language),
  }
  pdf.font('strong').fontSize(20).fillColor(INK).text(title, MARGIN, MARGIN, { width: 380 })
  const { label } = invoiceState(document, now)
  pdf.font('regular').fontSize(10).fillColor(SOFT).text(t(label))
  writeParties(pen, document, seller)
  writeLines(pen, document)
  writeTotals(pen, document)
  writeSettlement(pen, document)
  pdf.end()
  await ended
  return Buffer.concat(pieces)
}

function writeParties({ pdf, t, day }: Pen, document: ShownDocument, seller: Seller): void {
  const { kind, dueAt, periodStart, periodEnd, credits, reason } = document
  const top = pdf.y + 24
  const tax = seller.taxNumber && t('billing.doc.taxNumber', { number: seller.taxNumber })
  const facts = [
    `${t('billing.doc.issued')}: ${day(document.issuedAt)}`,
    kind === 'invoice' && `${t('billing.doc.due')}: ${day(dueAt)}`,
    periodStart !== null &&
      periodEnd !== null &&
      t('billing.doc.periodOf', { from: day(periodStart), to: day(periodEnd) }),
    credits && t('billing.doc.credits', { number: credits.number }),
    reason && t('billing.doc.reason', { reason }),
  ]
  const columns = [
    [t('billing.doc.from'), seller.name, ...seller.address, tax],
    [t('billing.doc.to'), document.customer],
    [t('billing.doc.issued'), ...facts],
  ]
  const width = (RIGHT - MARGIN) / columns.length
  const ends = columns.map(([label, ...lines], column) => {
    const x = MARGIN + column * width
    pdf
      .fontSize(9)
      .fillColor(SOFT)
      .text(String(label), x, top, { width: width - 12 })
    pdf.fontSize(10).fillColor(INK)
    for (const line of lines) if (line) pdf.text(line, x, pdf.y + 2, { width: width - 12 })
    return pdf.y
  })
  pdf.y = Math.max(...ends) + 24
}

function writeLines(pen: Pen, document: ShownDocument): void {
  const { pdf, t, money } = pen
  writeRow(pen, t('billing.doc.what'), t('billing.doc.amount'), SOFT)
  for (const line of document.lines) {
    const words = lineWords(t, line)
    const text = line.quantity === 1 ? words : `${words} × ${line.quantity}`
    writeRow(pen, text, money(line.amount), INK)
  }
  pdf.y += 6
}

/** Text at the left, an amount at the right, a line below; goes on on a new page where it must. */
function writeRow({ pdf }: Pen, text: string, amount: string, color: string): void {
  const width = RIGHT - MARGIN - AMOUNT_WIDTH
  pdf.font('regular').fontSize(10)
  const height = pdf.heightOfString(text, { width }) + 12
  if (pdf.y + height > BOTTOM) pdf.addPage()
  const top = pdf.y + 6
  pdf.fillColor(color).text(text, MARGIN, top, { width })
  pdf.text(amount, RIGHT - AMOUNT_WIDTH, top, { width: AMOUNT_WIDTH, align: 'right' })
  const bottom = top + height - 6
  pdf.moveTo(MARGIN, bottom).lineTo(RIGHT, bottom).lineWidth(0.5).strokeColor(LINE).stroke()
  pdf.y = bottom
}

function writeTotals({ pdf, t, money }: Pen, document: ShownDocument): void {
  const { subtotal, taxPercent, tax, total, settled, kind } = document
  const rows: [string, number, 'regular' | 'strong'][] = [
    [t('billing.doc.subtotal'), subtotal, 'regular'],
    [t('billing.doc.tax', { percent: String(taxPercent) }), tax, 'regular'],
    [t('billing.doc.total'), total, 'strong'],
  ]
  if (kind === 'invoice' && settled > 0)
    rows.push(
      [t('billing.doc.settled'), settled, 'regular'],
      [t('billing.doc.open'), total - settled, 'strong'],
    )
  for (const [label, amount, font] of rows) {
    if (pdf.y + 18 > BOTTOM) pdf.addPage()
    const top = pdf.y + 4
    pdf.font(font).fillColor(font === 'strong' ? INK : SOFT)
    pdf.text(label, RIGHT - 260, top, { width: 260 - AMOUNT_WIDTH })
    pdf.text(money(amount), RIGHT - AMOUNT_WIDTH, top, { width: AMOUNT_WIDTH, align: 'right' })
  }
  pdf.y += 18
}

function writeSettlement(pen: Pen, document: ShownDocument): void {
  const { pdf, t, day, money } = pen
  const { payments, creditNotes, kind, status, number } = document
  const otherwise = settledOtherwise(document)
  for (const { settledAt, method, reference, amount } of payments) {
    const words = { day: day(settledAt), method: t(`billing.method.${method}`) }
    writeRow(
      pen,
      t('billing.doc.paidBy', { ...words, reference: reference ?? '' }),
      money(amount),
      SOFT,
    )
  }
  if (otherwise > 0) writeRow(pen, t('billing.doc.fromCredit'), money(otherwise), SOFT)
  for (const note of creditNotes)
    writeRow(pen, `${t('billing.doc.credit_note')} ${note.number}`, money(-note.total), SOFT)
  if (kind === 'invoice' && status === 'open')
    pdf
      .fillColor(SOFT)
      .text(t('billing.doc.howToPay', { number }), MARGIN, pdf.y + 12, { width: RIGHT - MARGIN })
}
