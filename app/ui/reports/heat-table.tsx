import type { ReportTable } from '#app/domain/analytics/report.ts'
import { CellText } from './cell-text.tsx'
import { SideScroll } from './side-scroll.tsx'
import { useLabel } from './value.ts'

/** Weekdays and hours: the number stands in each cell, its shade only shows where to look. */
export function HeatTable({ table }: { table: ReportTable }) {
  const toText = useLabel()
  const top = Math.max(
    1,
    ...table.rows.flatMap(({ cells }) => cells.map((cell) => cell.value ?? 0)),
  )
  return (
    <SideScroll label={toText({ key: table.title })}>
      <table className="w-full min-w-3xl table-fixed border-separate border-spacing-0.5 text-center text-small">
        <caption className="sr-only">{toText({ key: table.title })}</caption>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              <th
                key={toText(head)}
                scope="col"
                className={
                  index === 0 ? 'w-24 text-left font-medium text-faint' : 'font-normal text-faint'
                }
              >
                {toText(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, cells }) => (
            <tr key={toText(label)}>
              <th scope="row" className="text-left font-normal">
                {toText(label)}
              </th>
              {cells.map((cell, hour) => (
                <td
                  key={hour}
                  className="h-8 rounded-sm"
                  style={{
                    background: `color-mix(in oklab, var(--accent) ${Math.round(((cell.value ?? 0) / top) * 45)}%, var(--hover))`,
                  }}
                >
                  {cell.value ? <CellText cell={cell} /> : <span className="text-faint">·</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SideScroll>
  )
}
