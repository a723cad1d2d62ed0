import { Link } from '@remix-run/react'
import type { IndustryRow } from '#app/platform/industries/texts.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

/** Trades with how many companies are in each, and whose texts are no longer the standard. */
export function IndustryTable({ rows, mayChange }: { rows: IndustryRow[]; mayChange: boolean }) {
  const t = useT()
  const format = useFormat()
  return (
    <Table
      caption={t('industries.title')}
      rows={rows}
      rowKey={(row) => row.industry}
      href={mayChange ? (row) => `/admin/industries/${row.industry}` : undefined}
      columns={[
        { header: t('platform.industry'), cell: (row) => t(`auth.industry_${row.industry}`) },
        {
          header: t('industries.state'),
          cell: ({ change }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <Badge tone={change ? 'accent' : 'neutral'}>
                {t(change ? 'industries.changed' : 'industries.standard')}
              </Badge>
              {change && <Time at={change.at} />}
            </span>
          ),
        },
        {
          header: t('industries.companies'),
          align: 'end',
          cell: (row) => (
            <Link
              to={`/admin/companies?industry=${row.industry}`}
              className="relative z-10 rounded-sm px-1 hover:underline"
            >
              {format.number(row.companies)}
            </Link>
          ),
        },
      ]}
    />
  )
}
