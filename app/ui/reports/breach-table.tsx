import type { ClockKind } from '#app/domain/sla/clock-kinds.ts'
import { Badge } from '../badge.tsx'
import { useDuration } from '../dashboard/duration.ts'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

export type BreachRow = {
  id: number
  kind: ClockKind
  conversationId: number
  contactName: string
  contactPhone: string | null
  memberName: string | null
  priorityName: string | null
  dueAt: number
  metAt: number | null
  cancelledAt: number | null
}

/** Promises that were missed; the row leads to the conversation. */
export function BreachTable({ rows }: { rows: BreachRow[] }) {
  const t = useT()
  const columns: Column<BreachRow>[] = [
    {
      header: t('sla.customer'),
      cell: (row) => toName(t, { name: row.contactName, phone: row.contactPhone }),
    },
    { header: t('sla.what'), nowrap: true, cell: (row) => t(`sla.kind.${row.kind}`) },
    { header: t('sla.priority'), nowrap: true, cell: (row) => row.priorityName ?? '–' },
    { header: t('sla.whose'), nowrap: true, cell: (row) => row.memberName ?? '–' },
    { header: t('sla.wasDue'), nowrap: true, cell: (row) => <Time at={row.dueAt} /> },
    { header: t('sla.lateBy'), nowrap: true, cell: (row) => <Lateness row={row} /> },
  ]
  return (
    <Table
      caption={t('sla.missed')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/conversations/${row.conversationId}`}
    />
  )
}

function Lateness({ row }: { row: BreachRow }) {
  const t = useT()
  const duration = useDuration()
  const end = row.metAt ?? row.cancelledAt
  if (end === null) return <Badge tone="bad">{t('sla.stillOpen')}</Badge>
  return <>{duration(Math.max(0, end - row.dueAt))}</>
}
