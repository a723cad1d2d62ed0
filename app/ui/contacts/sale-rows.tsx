import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import { Time } from '../time.tsx'

type Sale = {
  id: number
  amountMinor: number
  currency: string
  at: number
  voidedAt: number | null
  items: { name: string; quantity: number }[]
}

/** What a person has bought, newest first; what was taken back says so. */
export function SaleRows({ rows }: { rows: Sale[] }) {
  const t = useT()
  const { money } = useFormat()
  return (
    <Card title={t('contacts.sales')} flush>
      <Table
        caption={t('contacts.sales')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            header: t('contacts.saleWhat'),
            cell: (row) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {row.items.map((item) => `${item.quantity} × ${item.name}`).join(', ') ||
                  t('contacts.sale')}
                {row.voidedAt && <Badge tone="warn">{t('contacts.saleVoided')}</Badge>}
              </span>
            ),
          },
          {
            header: t('contacts.saleAmount'),
            align: 'end',
            cell: (row) => money(row.amountMinor, row.currency),
          },
          { header: t('contacts.saleAt'), nowrap: true, cell: (row) => <Time at={row.at} /> },
        ]}
      />
    </Card>
  )
}
