import type { PaymentMethod, PaymentStatus } from '#app/platform/billing/payments.server.ts'
import type { Invoice } from '#app/platform/billing/invoices.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

/** A row that may name whose it is, where rows of several companies stand together. */
type OfCompany = { tenantId?: string; companyName?: string }

export type InvoiceRow = OfCompany &
  Pick<
    Invoice,
    'id' | 'number' | 'kind' | 'status' | 'currency' | 'total' | 'settled' | 'issuedAt' | 'dueAt'
  >
export type PaymentRow = OfCompany & {
  id: number
  invoiceNumber: string | null
  method: PaymentMethod
  direction: 'in' | 'out'
  status: PaymentStatus
  currency: string
  amount: number
  reference: string | null
  createdAt: number
}

const invoiceTones = {
  ...({ open: 'warn', paid: 'good', credited: 'neutral', uncollectible: 'bad' } as const),
}
const paymentTones: Record<PaymentStatus, Tone> = {
  ...{ asked: 'neutral', pending: 'neutral', unknown: 'warn', review: 'warn' },
  ...{ waiting_approval: 'warn', settled: 'good', failed: 'bad', refused: 'bad' },
}

/** Where a row of a list over companies leads: to that company's money. */
const toCompany = ({ tenantId }: OfCompany) => `/admin/companies/${tenantId ?? ''}/subscription`

const toInvoices = ({ tenantId }: OfCompany) => `/admin/companies/${tenantId ?? ''}/invoices`

/** Invoices and credit notes; each row opens the document. */
export function InvoiceTable({ rows, base }: { rows: InvoiceRow[]; base?: string }) {
  const t = useT()
  const format = useFormat()
  const isOverCompanies = rows[0]?.tenantId !== undefined && rows[0].companyName !== undefined
  const columns: Column<InvoiceRow>[] = [
    ...companyColumn<InvoiceRow>(isOverCompanies, t('platform.company')),
    { header: t('admin.number'), nowrap: true, cell: (row) => row.number },
    {
      header: t('platform.status'),
      cell: (row) =>
        row.kind === 'credit_note' ? (
          <Badge>{t('admin.creditNote')}</Badge>
        ) : (
          <Badge tone={invoiceTones[row.status]}>{t(`admin.invoice_${row.status}`)}</Badge>
        ),
    },
    {
      header: t('admin.issued'),
      nowrap: true,
      hideOnPhone: true,
      cell: (row) => <Time at={row.issuedAt} as="day" />,
    },
    { header: t('admin.due'), nowrap: true, cell: (row) => <Time at={row.dueAt} as="day" /> },
    {
      header: t('admin.open'),
      align: 'end',
      cell: (row) =>
        row.status === 'open' ? format.money(row.total - row.settled, row.currency) : '–',
    },
    {
      header: t('admin.total'),
      align: 'end',
      cell: (row) => format.money(row.total, row.currency),
    },
  ]
  return (
    <Table
      caption={t('admin.invoices')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `${base ?? toInvoices(row)}/${row.id}`}
    />
  )
}

/** Payments and refunds; with companies' names they lead to the company. */
export function PaymentTable({ rows }: { rows: PaymentRow[] }) {
  const t = useT()
  const format = useFormat()
  const isOverCompanies = rows[0]?.companyName !== undefined
  const columns: Column<PaymentRow>[] = [
    ...companyColumn<PaymentRow>(isOverCompanies, t('platform.company')),
    { header: t('admin.day'), nowrap: true, cell: (row) => <Time at={row.createdAt} as="day" /> },
    { header: t('admin.method'), cell: (row) => t(`admin.method_${row.method}`) },
    {
      header: t('platform.status'),
      cell: (row) => (
        <Badge tone={paymentTones[row.status]}>{t(`admin.payment_${row.status}`)}</Badge>
      ),
    },
    { header: t('admin.reference'), cell: (row) => row.reference ?? '–' },
    { header: t('admin.forInvoice'), hideOnPhone: true, cell: (row) => row.invoiceNumber ?? '–' },
    {
      header: t('admin.amount'),
      align: 'end',
      cell: (row) => format.money(row.direction === 'out' ? -row.amount : row.amount, row.currency),
    },
  ]
  return (
    <Table
      caption={t('admin.payments')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={isOverCompanies ? toCompany : undefined}
    />
  )
}

function companyColumn<Row extends OfCompany>(isShown: boolean, header: string): Column<Row>[] {
  return isShown ? [{ header, cell: (row) => row.companyName ?? '' }] : []
}
