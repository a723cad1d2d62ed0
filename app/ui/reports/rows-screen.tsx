import { ListChecks } from 'lucide-react'
import { useLocation } from '@remix-run/react'
import type { MetricName, ValueKind } from '#app/domain/analytics/metrics.ts'
import type { Period } from '#app/domain/analytics/period.ts'
import type { Label, Unit } from '#app/domain/analytics/report.ts'
import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Pagination } from '../pagination.tsx'
import { EmptyState } from '../states.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { useLabel, useValue } from './value.ts'

type Row = {
  id: number
  at: number
  value: number | null
  conversationId: number | null
  contact: { name: string; phone: string | null } | null
}

const units: Partial<Record<ValueKind, Unit>> = {
  ...{ money: 'money', duration: 'duration', rating: 'rating', quantity: 'count' },
}

/** The rows a figure counts, so that anybody can count them again. */
export function RowsScreen(props: {
  metric: MetricName
  kind: ValueKind
  period: Period
  filters: Label[]
  total: { count: number; sum: number }
  rows: Row[]
  next: { at: number; id: number } | undefined
}) {
  const { metric, kind, period, filters, total, rows, next } = props
  const t = useT()
  const toText = useLabel()
  const columns = useColumns(kind)
  const { search } = useLocation()
  const params = new URLSearchParams(search)
  if (next) params.set('after', `${next.at}.${next.id}`)
  return (
    <Page width="wide">
      <PageHeader
        title={t(`reports.metric.${metric}`)}
        description={t(`reports.metricAbout.${metric}`)}
        back={{ to: '/dashboard', label: t('reports.back') }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Badge>{toText({ days: period })}</Badge>
        {filters.map((label) => (
          <Badge key={toText(label)}>{toText(label)}</Badge>
        ))}
      </div>
      <Card flush title={<Total kind={kind} total={total} />}>
        {rows.length === 0 ? (
          <EmptyState compact icon={<ListChecks aria-hidden />} title={t('reports.noRows')}>
            {t('reports.noRowsHelp')}
          </EmptyState>
        ) : (
          <div className="border-t">
            <Table
              caption={t(`reports.metric.${metric}`)}
              columns={columns}
              rows={rows}
              rowKey={({ id, at }) => `${id}.${at}`}
            />
          </div>
        )}
        <Pagination nextTo={next && `?${params.toString()}`} />
      </Card>
    </Page>
  )
}

function Total({ kind, total }: { kind: ValueKind; total: { count: number; sum: number } }) {
  const t = useT()
  const { number } = useFormat()
  const write = useValue()
  const rows = t('reports.rowCount', { count: total.count })
  const unit = units[kind]
  if (!unit || total.count === 0) return <>{rows}</>
  const isMean = kind === 'duration' || kind === 'rating'
  const value = isMean ? total.sum / total.count : total.sum
  const text = kind === 'quantity' ? number(value) : write(value, unit)
  return <>{`${rows} · ${t(isMean ? 'reports.meanIs' : 'reports.sumIs', { value: text })}`}</>
}

function useColumns(kind: ValueKind): Column<Row>[] {
  const t = useT()
  const write = useValue()
  const unit = units[kind]
  const columns: Column<Row>[] = [
    { header: t('reports.when'), nowrap: true, cell: ({ at }) => <Time at={at} as="exact" /> },
    { header: t('reports.customer'), cell: (row) => <Customer row={row} /> },
  ]
  if (!unit) return columns
  const valueColumn: Column<Row> = {
    ...{ header: t('reports.value'), align: 'end' },
    cell: ({ value }) => write(value, unit),
  }
  return [...columns, valueColumn]
}

/** Who no longer reaches a conversation sees that there was one, not whose. */
function Customer({ row: { contact, conversationId } }: { row: Row }) {
  const t = useT()
  if (!contact) return <span className="text-faint">{t('reports.outOfReach')}</span>
  return (
    <a href={`/conversations/${conversationId}`} className="text-accent-ink hover:underline">
      {contact.name || contact.phone || t('contacts.unnamed')}
    </a>
  )
}
