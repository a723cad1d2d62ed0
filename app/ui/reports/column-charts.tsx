import type { Cell, ReportTable } from '#app/domain/analytics/report.ts'
import { useLabel, useValue } from './value.ts'

const HEIGHT = 100
const STEP = 10
const BAR = 7
/** By how many charts there are: none stands alone in its row. */
const grids: Record<number, string> = { 1: '', 3: 'grid gap-6 md:grid-cols-3' }

/** One small chart for each figure, each with its highest value and both ends in words. */
export function ColumnCharts({ table }: { table: ReportTable }) {
  const toText = useLabel()
  const charts = table.heads.slice(1)
  return (
    <div className={grids[charts.length] ?? 'grid gap-6 md:grid-cols-2'}>
      {charts.map((head, index) => (
        <Columns
          key={toText(head)}
          title={toText(head)}
          bars={table.rows.map(({ label, cells }) => ({
            label: toText(label),
            cell: cells[index] as Cell,
          }))}
        />
      ))}
    </div>
  )
}

function Columns({ title, bars }: { title: string; bars: { label: string; cell: Cell }[] }) {
  const write = useValue()
  const values = bars.map(({ cell }) => cell.value ?? 0)
  const top = Math.max(...values, 0)
  const highest = bars[values.indexOf(top)]
  return (
    <figure className="flex min-w-0 flex-col gap-1.5" aria-hidden>
      <figcaption className="flex justify-between gap-3 text-small">
        <span className="font-medium">{title}</span>
        {highest && top > 0 && (
          <span className="text-right text-faint">
            {write(top, highest.cell.unit)} · {highest.label}
          </span>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${Math.max(1, bars.length) * STEP - (STEP - BAR)} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-28 w-full border-b"
      >
        <line
          x1="0"
          x2="100%"
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          className="stroke-line"
          strokeDasharray="2 3"
          vectorEffect="non-scaling-stroke"
        />
        {bars.map(({ label, cell }, index) => {
          const height = top === 0 ? 0 : ((cell.value ?? 0) / top) * (HEIGHT - 2)
          return (
            <rect
              key={label}
              x={index * STEP}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              className="fill-accent/70 hover:fill-accent"
            >
              <title>{`${label}: ${write(cell.value, cell.unit)}`}</title>
            </rect>
          )
        })}
      </svg>
      <span className="flex justify-between text-small text-faint">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </span>
    </figure>
  )
}
