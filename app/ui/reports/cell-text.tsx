import { Link } from '@remix-run/react'
import type { Cell } from '#app/domain/analytics/report.ts'
import { useValue } from './value.ts'

/** A number of a report; with rows behind it, the way there. */
export function CellText({ cell, label }: { cell: Cell; label?: string }) {
  const write = useValue()
  const text = write(cell.value, cell.unit)
  if (!cell.to) return <>{text}</>
  return (
    <Link to={cell.to} className="rounded-sm underline-offset-2 hover:underline">
      {label && <span className="sr-only">{label}: </span>}
      {text}
    </Link>
  )
}
