import type { Movement } from '#app/platform/companies/revenue.server.ts'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

/** Changes of what companies pay a month. */
export function MovementTable({ rows }: { rows: Movement[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t('admin.revenueTitle')}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/admin/companies/${row.tenantId}/subscription`}
      columns={[
        { header: t('platform.company'), cell: (row) => row.companyName },
        { header: t('admin.kind'), cell: (row) => t(`admin.kind_${row.kind}`) },
        { header: t('admin.day'), nowrap: true, cell: (row) => <Time at={row.at} as="day" /> },
        {
          header: t('admin.perMonth'),
          align: 'end',
          cell: (row) => format.money(row.delta, row.currency),
        },
      ]}
    />
  )
}
