/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   `display: block` on a phone takes a table's roles away, so they are written out. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { RowLinks } from './row-links.tsx'

export type Column<Row> = {
  /** Also the label beside the value on a phone. */
  header: string
  cell: (row: Row) => ReactNode
  /** `end` for figures. */
  align?: 'end'
  /** Keeps what must not break on one line: numbers, dates, names of states. */
  nowrap?: boolean
  /** Leaves the column out where space is short. */
  hideOnPhone?: boolean
  /** Shows the column only from 1280 px on. */
  deskOnly?: boolean
  /** Class for width, on a desk. */
  width?: string
}

/**
 * Rows of the same kind: a table on a desk, cards on a phone. The first column names the row; with
 * `href` it becomes the row's link and the whole row is its target.
 */
export function Table<Row>(props: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string | number
  href?: (row: Row) => string
  /** Buttons at the end of each row; they stay above the row's link. */
  actions?: (row: Row) => ReactNode
  actionsLabel?: string
  /** What ticks a row stands before it. */
  tick?: ((row: Row) => ReactNode) | undefined
  tickLabel?: string
}) {
  const { caption, columns, rows, rowKey, href, actions, actionsLabel, tick, tickLabel } = props
  return (
    <RowLinks className="relative sm:overflow-x-auto">
      <table role="table" className="w-full border-collapse text-left max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-b">
            {tick && <SideHead label={tickLabel} />}
            {columns.map((column) => (
              <th
                key={column.header}
                role="columnheader"
                scope="col"
                className={classes(
                  'px-4 py-2.5 text-small font-medium whitespace-nowrap text-faint',
                  column.align === 'end' && 'text-right',
                  column.width,
                  column.deskOnly && 'max-xl:hidden',
                )}
              >
                {column.header}
              </th>
            ))}
            {actions && <SideHead label={actionsLabel} />}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className={classes(
                'relative border-b last:border-b-0 max-sm:block max-sm:px-4 max-sm:py-3',
                href && 'hover:bg-hover focus-within:bg-hover',
              )}
            >
              {tick && <SideCell>{tick(row)}</SideCell>}
              {columns.map((column, index) => (
                <Cell key={column.header} column={column} first={index === 0} href={href?.(row)}>
                  {column.cell(row)}
                </Cell>
              ))}
              {actions && <SideCell>{actions(row)}</SideCell>}
            </tr>
          ))}
        </tbody>
      </table>
    </RowLinks>
  )
}

function SideHead({ label }: { label: string | undefined }) {
  return (
    <th role="columnheader" scope="col" className="w-0 px-2">
      <span className="sr-only">{label}</span>
    </th>
  )
}

function SideCell({ children }: { children: ReactNode }) {
  return (
    <td
      role="cell"
      className="relative w-0 px-2 py-2 text-right whitespace-nowrap max-sm:absolute max-sm:top-3 max-sm:right-2 max-sm:w-auto max-sm:p-0"
    >
      {children}
    </td>
  )
}

function Cell<Row>(props: {
  column: Column<Row>
  first: boolean
  href?: string
  children: ReactNode
}) {
  const { column, first, href, children } = props
  const className = classes(
    'px-4 py-3 align-middle max-sm:px-0 max-sm:py-0.5 max-sm:[overflow-wrap:anywhere]',
    first ? 'max-sm:block' : 'max-sm:flex max-sm:justify-between max-sm:gap-4 text-soft',
    column.align === 'end' && 'text-right',
    (column.nowrap || column.align === 'end') && 'whitespace-nowrap',
    column.hideOnPhone && 'max-sm:hidden!',
    column.deskOnly && 'max-xl:hidden!',
  )
  if (!first) {
    return (
      <td role="cell" className={className}>
        <span className="text-faint sm:hidden" aria-hidden>
          {column.header}
        </span>
        {children}
      </td>
    )
  }
  return (
    <th role="rowheader" scope="row" className={classes(className, 'font-medium')}>
      {href ? (
        <a
          href={href}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {children}
        </a>
      ) : (
        children
      )}
    </th>
  )
}
