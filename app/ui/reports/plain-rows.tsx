import type { ReportTable } from '#app/domain/analytics/report.ts'
import { CellText } from './cell-text.tsx'
import { SideScroll } from './side-scroll.tsx'
import { useLabel } from './value.ts'

/** The figures of a report as they are, each leading to its rows. */
export function PlainRows({ table }: { table: ReportTable }) {
  const toText = useLabel()
  return (
    <SideScroll label={toText({ key: table.title })}>
      <table className="w-full text-left">
        <caption className="sr-only">{toText({ key: table.title })}</caption>
        <thead>
          <tr className="border-b text-small text-faint">
            {table.heads.map((head, index) => (
              <th
                key={toText(head)}
                scope="col"
                className={
                  index === 0 ? 'py-2 font-medium' : 'py-2 pl-4 text-right font-medium align-bottom'
                }
              >
                {toText(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, cells }) => (
            <tr key={toText(label)} className="border-b last:border-b-0">
              <th scope="row" className="py-2 font-normal">
                {toText(label)}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className="py-2 pl-4 text-right whitespace-nowrap">
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
