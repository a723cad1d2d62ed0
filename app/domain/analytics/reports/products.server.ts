import { rowsTo } from '../report.ts'
import type { Cell, ReportContent } from '../report.ts'
import { figureOf } from './context.server.ts'
import type { ReportContext } from './context.server.ts'

const PRODUCTS_MAX = 200

/** What is talked about and what is sold, under the names of then. */
export function productsReport(context: ReportContext): ReportContent {
  const { figures, chosen } = context
  const { period } = chosen
  const sold = figures.split('products_sold', 'product', period)
  const units = figures.split('units_sold', 'product', period)
  const discussed = figures.split('products_discussed', 'product', period)
  const names = [...new Set([...sold.keys(), ...discussed.keys()])]
  const rank = (name: string) =>
    [sold.get(name)?.sum ?? 0, discussed.get(name)?.count ?? 0] as const
  names.sort((a, b) => rank(b)[0] - rank(a)[0] || rank(b)[1] - rank(a)[1] || (a < b ? -1 : 1))
  const rows = names.slice(0, PRODUCTS_MAX).map((product) => {
    const to = (metric: 'products_sold' | 'units_sold' | 'products_discussed') =>
      rowsTo(metric, period, { product })
    const cell = (value: number, unit: Cell['unit'], link: string): Cell => ({
      ...{ value, unit },
      ...(value > 0 && { to: link }),
    })
    return {
      label: { text: product },
      cells: [
        cell(discussed.get(product)?.count ?? 0, 'count', to('products_discussed')),
        cell(sold.get(product)?.count ?? 0, 'count', to('products_sold')),
        cell(units.get(product)?.sum ?? 0, 'count', to('units_sold')),
        cell(sold.get(product)?.sum ?? 0, 'money', to('products_sold')),
      ],
    }
  })
  const heads = ['product', 'discussed', 'soldLines', 'units', 'revenue'] as const
  return {
    figures: [
      figureOf(
        context,
        { name: 'discussed', label: 'reports.discussed', about: 'reports.discussedAbout' },
        { metric: 'products_discussed' },
      ),
      figureOf(
        context,
        { name: 'units', label: 'reports.units', about: 'reports.unitsAbout', good: 'up' },
        { metric: 'units_sold', what: 'sum' },
      ),
    ],
    tables: [
      {
        ...{ name: 'products', title: 'reports.products', about: 'reports.productsAbout' },
        ...{
          look: 'table',
          heads: heads.map((name) => ({ key: `reports.${name}` as const })),
          rows,
        },
      },
    ],
  }
}
