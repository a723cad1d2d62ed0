import type { ReportTable } from '#app/domain/analytics/report.ts'
import { CellText } from './cell-text.tsx'
import { SideScroll } from './side-scroll.tsx'
import { useLabel } from './value.ts'

/** Rows with a bar behind each first figure: a table that is its own chart. */
export function BarRows({ table }: { table: ReportTable }) {
  const toText = useLabel()
  const top = Math.max(1, ...table.rows.map(({ cells }) => cells[0]?.value ?? 0))
  return (
    <SideScroll label={toText({ key: table.title })}>
      <table className="w-full text-left">
        <caption className="sr-only">{toText({ key: table.title })}</caption>
        <thead>
          <tr className="text-small text-faint">
            {table.heads.map((head, index) => (
              <th
                key={toText(head)}
                scope="col"
                className={index === 0 ? 'pb-2 font-medium' : 'pb-2 pl-4 text-right font-medium'}
              >
                {toText(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, cells }) => (
            <tr key={toText(label)}>
              <th scope="row" className="w-full min-w-36 py-1 font-normal">
                <span className="block">{toText(label)}</span>
                <span className="mt-1 block h-1.5 rounded-sm bg-hover" aria-hidden>
                  <span
                    className="block h-full rounded-sm bg-accent/70"
                    style={{ width: `${((cells[0]?.value ?? 0) / top) * 100}%` }}
                  />
                </span>
              </th>
              {cells.map((cell, index) => (
                <td key={index} className="py-1 pl-4 text-right align-top whitespace-nowrap">
                  <CellText cell={cell} label={toText(label)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SideScroll>
  )
}
