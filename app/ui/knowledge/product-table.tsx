import { Package } from 'lucide-react'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { UseBadge } from './faq-table.tsx'

type Row = {
  id: number
  sku: string
  name: string
  priceMinor: number
  currency: string
  stock: number | null
  imageFileId: number | null
  isActive: number
  updatedAt: number
}

export function ProductTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const { money } = useFormat()
  const columns: Column<Row>[] = [
    { header: t('knowledge.name'), cell: (row) => <ProductName row={row} /> },
    { header: t('knowledge.sku'), nowrap: true, deskOnly: true, cell: (row) => row.sku },
    {
      header: t('knowledge.price'),
      align: 'end',
      cell: (row) => money(row.priceMinor, row.currency),
    },
    { header: t('knowledge.stock'), align: 'end', cell: (row) => <Stock stock={row.stock} /> },
    { header: t('knowledge.state'), nowrap: true, cell: (row) => <UseBadge on={row.isActive} /> },
    {
      header: t('knowledge.changed'),
      nowrap: true,
      deskOnly: true,
      cell: (row) => <Time at={row.updatedAt} />,
    },
  ]
  return (
    <Table
      caption={t('knowledge.products')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/knowledge/products/${row.id}`}
    />
  )
}

function ProductName({ row }: { row: Row }) {
  const frame = 'size-9 shrink-0 rounded-sm border'
  return (
    <span className="flex items-center gap-3">
      {row.imageFileId ? (
        <img
          src={`/files/${row.imageFileId}`}
          alt=""
          loading="lazy"
          width={36}
          height={36}
          className={`${frame} bg-surface object-cover`}
        />
      ) : (
        <span className={`${frame} grid place-items-center bg-sunken text-faint`} aria-hidden>
          <Package className="size-4" />
        </span>
      )}
      {row.name}
    </span>
  )
}

function Stock({ stock }: { stock: number | null }) {
  const t = useT()
  const { number } = useFormat()
  if (stock === null) return <span className="text-faint">{t('knowledge.stockNone')}</span>
  if (stock === 0) return <span className="font-medium text-bad">{t('knowledge.stockOut')}</span>
  return <>{number(stock)}</>
}
