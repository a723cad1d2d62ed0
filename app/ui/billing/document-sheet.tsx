import type { ReactNode } from 'react'
import { Badge } from '../badge.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { useNow } from '../time.tsx'
import { settledOtherwise } from './document.ts'
import type { Seller, ShownDocument } from './document.ts'
import { lineWords } from './line-words.ts'
import { invoiceState } from './words.ts'

/** An invoice or credit note on one sheet, for reading and for paper. */
export function DocumentSheet(props: {
  document: ShownDocument
  seller: Seller
  /** where documents of this company are */
  base?: string
}) {
  const { document, seller, base = '/settings/billing/invoices' } = props
  return (
    <article className="rounded-md border bg-surface p-5 sm:p-10 print:border-0 print:p-0">
      <Head document={document} />
      <Parties document={document} seller={seller} />
      <Lines document={document} />
      <Totals document={document} />
      <Settlement document={document} base={base} />
    </article>
  )
}

function Head({ document }: { document: ShownDocument }) {
  const t = useT()
  const { label, tone } = invoiceState(document, useNow())
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <h1 className="text-title font-semibold">
        {t(`billing.doc.${document.kind}`)} {document.number}
      </h1>
      <Badge tone={tone}>{t(label)}</Badge>
    </header>
  )
}

function Parties({ document, seller }: { document: ShownDocument; seller: Seller }) {
  const t = useT()
  const day = useFullDay()
  const { kind, credits, reason, periodStart, periodEnd } = document
  return (
    <dl className="mt-8 grid gap-6 sm:grid-cols-3">
      <Fact label={t('billing.doc.from')}>
        <span className="block font-medium">{seller.name}</span>
        {seller.address.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
        {seller.taxNumber && t('billing.doc.taxNumber', { number: seller.taxNumber })}
      </Fact>
      <Fact label={t('billing.doc.to')}>
        <span className="font-medium">{document.customer}</span>
      </Fact>
      <Fact label={t('billing.doc.issued')}>
        <span className="block">{day(document.issuedAt)}</span>
        {kind === 'invoice' && (
          <span className="block">
            {t('billing.doc.due')}: {day(document.dueAt)}
          </span>
        )}
        {periodStart !== null && periodEnd !== null && (
          <span className="block">
            {t('billing.doc.periodOf', { from: day(periodStart), to: day(periodEnd) })}
          </span>
        )}
        {credits && t('billing.doc.credits', { number: credits.number })}
        {reason && <span className="block">{t('billing.doc.reason', { reason })}</span>}
      </Fact>
    </dl>
  )
}

/** Paper outlives the year: its days always name it. */
function useFullDay(): (at: number) => string {
  const settings = useI18n()
  return (at) => formatDay(at, settings, 0)
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="mt-1 text-soft">{children}</dd>
    </div>
  )
}

function Lines({ document }: { document: ShownDocument }) {
  const t = useT()
  const { money, number } = useFormat()
  return (
    <table className="mt-8 w-full text-left">
      <thead>
        <tr className="border-b text-small text-faint">
          <th scope="col" className="py-2 font-medium">
            {t('billing.doc.what')}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-medium max-sm:hidden">
            {t('billing.doc.quantity')}
          </th>
          <th scope="col" className="py-2 pl-4 text-right font-medium">
            {t('billing.doc.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {document.lines.map((line, position) => (
          <tr key={position} className="border-b">
            <td className="py-2.5">{lineWords(t, line)}</td>
            <td className="py-2.5 pl-4 text-right max-sm:hidden">{number(line.quantity)}</td>
            <td className="py-2.5 pl-4 text-right whitespace-nowrap">
              {money(line.amount, document.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Totals({ document }: { document: ShownDocument }) {
  const t = useT()
  const { money } = useFormat()
  const { currency, subtotal, taxPercent, tax, total, settled, kind } = document
  return (
    <dl className="mt-4 ml-auto flex max-w-xs flex-col gap-1.5">
      <Sum label={t('billing.doc.subtotal')}>{money(subtotal, currency)}</Sum>
      <Sum label={t('billing.doc.tax', { percent: String(taxPercent) })}>
        {money(tax, currency)}
      </Sum>
      <Sum label={t('billing.doc.total')} isStrong>
        {money(total, currency)}
      </Sum>
      {kind === 'invoice' && settled > 0 && (
        <>
          <Sum label={t('billing.doc.settled')}>{money(settled, currency)}</Sum>
          <Sum label={t('billing.doc.open')} isStrong>
            {money(total - settled, currency)}
          </Sum>
        </>
      )}
    </dl>
  )
}

function Sum(props: { label: string; isStrong?: boolean; children: ReactNode }) {
  return (
    <div className={`flex justify-between gap-6 ${props.isStrong ? 'font-semibold' : 'text-soft'}`}>
      <dt>{props.label}</dt>
      <dd className="whitespace-nowrap">{props.children}</dd>
    </div>
  )
}

function Settlement({ document, base }: { document: ShownDocument; base: string }) {
  const t = useT()
  const { money } = useFormat()
  const day = useFullDay()
  const { payments, creditNotes, currency, status, number, kind } = document
  const otherwise = settledOtherwise(document)
  return (
    <div className="mt-8 flex flex-col gap-1.5 text-soft">
      {payments.map((one) => (
        <p key={one.id} className="flex justify-between gap-6">
          <span>
            {t('billing.doc.paidBy', {
              ...{ day: day(one.settledAt), method: t(`billing.method.${one.method}`) },
              reference: one.reference ?? '',
            })}
          </span>
          <span className="whitespace-nowrap">{money(one.amount, currency)}</span>
        </p>
      ))}
      {otherwise > 0 && (
        <p className="flex justify-between gap-6">
          <span>{t('billing.doc.fromCredit')}</span>
          <span className="whitespace-nowrap">{money(otherwise, currency)}</span>
        </p>
      )}
      {creditNotes.map((one) => (
        <p key={one.id} className="flex justify-between gap-6">
          <a href={`${base}/${one.id}`} className="text-accent-ink underline">
            {t('billing.doc.credit_note')} {one.number}
          </a>
          <span className="whitespace-nowrap">{money(-one.total, currency)}</span>
        </p>
      ))}
      {kind === 'invoice' && status === 'open' && <p>{t('billing.doc.howToPay', { number })}</p>}
    </div>
  )
}
