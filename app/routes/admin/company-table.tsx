import type { IndustrySlug } from '#app/industries/industry.ts'
import type { CompanyRow } from '#app/platform/companies/list.server.ts'
import { useFormat, useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { StandingBadge } from './standing-badge.tsx'

export type PlanName = { id: string; name: string }

/** A plan's own name; a company without one has a word for that. */
export function usePlanName(plans: PlanName[]): (id: string) => string {
  const knownText = useKnownText()
  return (id) => plans.find((plan) => plan.id === id)?.name ?? knownText(`admin.plan_${id}`, id)
}

/** Companies as rows that lead to each one's page. */
export function CompanyTable(props: {
  rows: CompanyRow[]
  plans: PlanName[]
  caption: string
  seesMoney?: boolean
}) {
  const { rows, plans, caption, seesMoney = true } = props
  const t = useT()
  const format = useFormat()
  const planName = usePlanName(plans)
  const revenue: Column<CompanyRow> = {
    ...{ header: t('admin.perMonth'), align: 'end' },
    cell: (row) => (row.mrr > 0 ? format.money(row.mrr, row.currency ?? undefined) : '–'),
  }
  const columns: Column<CompanyRow>[] = [
    {
      header: t('platform.company'),
      cell: (row) => (
        <>
          {row.name}
          <span className="block text-small font-normal text-faint">{row.slug}</span>
        </>
      ),
    },
    { header: t('admin.standing'), nowrap: true, cell: (row) => <Stand row={row} /> },
    { header: t('platform.plan'), cell: (row) => planName(row.plan) },
    ...(seesMoney ? [revenue] : []),
    {
      header: t('platform.industry'),
      deskOnly: true,
      cell: (row) => t(`auth.industry_${row.industry as IndustrySlug}`),
    },
    {
      header: t('platform.created'),
      nowrap: true,
      cell: (row) => <Time at={row.createdAt} as="day" />,
    },
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/admin/companies/${row.id}`}
    />
  )
}

function Stand({ row: { standing, trialEndsAt } }: { row: CompanyRow }) {
  const t = useT()
  const format = useFormat()
  const until = standing === 'trial' ? trialEndsAt : null
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      <StandingBadge standing={standing} />
      {until !== null && (
        <span className="text-small text-faint">
          {t('admin.until', { day: format.day(until) })}
        </span>
      )}
    </span>
  )
}
