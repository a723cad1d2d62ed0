import { ChartColumn } from 'lucide-react'
import type { ReportContent, ReportTable } from '#app/domain/analytics/report.ts'
import { Card } from '../card.tsx'
import { classes } from '../classes.ts'
import { FoldMark } from '../fold-mark.tsx'
import { useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import { BarRows } from './bar-rows.tsx'
import { ColumnCharts } from './column-charts.tsx'
import { About, FigureCard } from './figure-card.tsx'
import { HeatTable } from './heat-table.tsx'
import { PlainRows } from './plain-rows.tsx'

/** A report: its figures, its charts with their tables, and what everything means. */
export function ReportView({ content }: { content: ReportContent }) {
  const { figures, tables } = content
  return (
    <>
      <FigureGrid figures={figures} />
      <TableCards tables={tables} />
      <Definitions content={content} />
    </>
  )
}

export function FigureGrid({ figures }: { figures: ReportContent['figures'] }) {
  if (figures.length === 0) return null
  return (
    <div
      className={classes(
        'grid grid-cols-2 gap-3 sm:gap-4 max-lg:[&>:last-child:nth-child(odd)]:col-span-2',
        figures.length % 3 === 0 ? 'lg:grid-cols-3' : 'lg:grid-cols-4',
      )}
    >
      {figures.map((figure) => (
        <FigureCard key={figure.name} figure={figure} />
      ))}
    </div>
  )
}

/** Two to a row; one that needs the width, or that would stand alone in its row, takes it whole. */
export function TableCards({ tables }: { tables: ReportTable[] }) {
  let isSecond = false
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {tables.map((table, index) => {
        const next = tables[index + 1]
        const wide = !isSecond && (isWide(table) || !next || isWide(next))
        isSecond = !wide && !isSecond
        return <TableCard key={table.name} table={table} wide={wide} />
      })}
    </div>
  )
}

const isWide = ({ look, heads }: ReportTable) =>
  look === 'heat' || heads.length > 4 || (look === 'columns' && heads.length > 2)

function TableCard({ table, wide }: { table: ReportTable; wide: boolean }) {
  const t = useT()
  return (
    <Card
      title={t(table.title)}
      actions={<About>{t(table.about)}</About>}
      className={wide ? 'lg:col-span-2' : undefined}
    >
      {table.rows.length === 0 ? (
        <EmptyState compact icon={<ChartColumn aria-hidden />} title={t('reports.empty')}>
          {t('reports.emptyHelp')}
        </EmptyState>
      ) : (
        <Drawn table={table} />
      )}
    </Card>
  )
}

function Drawn({ table }: { table: ReportTable }) {
  const t = useT()
  if (table.look === 'heat') return <HeatTable table={table} />
  if (table.look === 'bars' || table.look === 'funnel') return <BarRows table={table} />
  if (table.look === 'table') return <PlainRows table={table} />
  return (
    <div className="flex flex-col gap-3">
      <ColumnCharts table={table} />
      <details className="group">
        <summary className="inline-flex items-center gap-1 rounded-sm py-1 text-small text-faint underline-offset-2 hover:underline">
          <FoldMark />
          {t('common.chartTable')}
        </summary>
        <PlainRows table={table} />
      </details>
    </div>
  )
}

/** The same words as on hover, for whoever cannot hover. */
export function Definitions({ content: { figures, tables } }: { content: ReportContent }) {
  const t = useT()
  const entries = new Map([
    ...figures.map(({ label, about }) => [about, label] as const),
    ...tables.map(({ title, about }) => [about, title] as const),
    ...figures.map(({ label, about }) => [about, label] as const),
  ])
  return (
    <details className="group rounded-md border bg-surface px-4 py-3 sm:px-5">
      <summary className="flex items-center gap-1.5 rounded-sm font-medium">
        <FoldMark />
        {t('reports.definitions')}
      </summary>
      <dl className="mt-3 grid gap-3 sm:grid-cols-2">
        {[...entries].map(([about, label]) => (
          <div key={about}>
            <dt className="font-medium">{t(label)}</dt>
            <dd className="text-soft">{t(about)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
