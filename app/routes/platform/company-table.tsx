import type { IndustrySlug } from '#app/industries/industry.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export type ShownCompany = {
  id: string
  slug: string
  name: string
  industry: string
  status: 'active' | 'suspended'
  createdAt: number
}

export function CompanyStatus({ status }: { status: ShownCompany['status'] }) {
  const t = useT()
  return (
    <Badge tone={status === 'active' ? 'good' : 'warn'}>{t(`platform.status_${status}`)}</Badge>
  )
}

/** Companies as rows that lead to each one's page. */
export function CompanyTable({ rows }: { rows: ShownCompany[] }) {
  const t = useT()
  const columns: Column<ShownCompany>[] = [
    { header: t('platform.company'), cell: (row) => row.name },
    { header: t('platform.address'), cell: (row) => row.slug },
    {
      header: t('platform.industry'),
      cell: (row) => t(`auth.industry_${row.industry as IndustrySlug}`),
    },
    { header: t('platform.status'), cell: (row) => <CompanyStatus status={row.status} /> },
    { header: t('platform.created'), cell: (row) => <Time at={row.createdAt} as="day" /> },
  ]
  return (
    <Table
      caption={t('platform.companies')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/admin/companies/${row.id}`}
    />
  )
}
