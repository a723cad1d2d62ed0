import { weekdayOf } from '../days.ts'
import type { MetricName } from '../metrics.ts'
import { rowsTo } from '../report.ts'
import type { Cell, Label, ReportContent, ReportTable } from '../report.ts'
import type { ReportContext } from './context.server.ts'

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
const weekdays = ['0', '1', '2', '3', '4', '5', '6']

/** When customers write: the weekdays and hours of the company's clock. */
export function hoursReport(context: ReportContext): ReportContent {
  return {
    figures: [],
    tables: [
      heatTable(context, 'messages_in', {
        ...{ name: 'messages', title: 'reports.messagesIn', about: 'reports.messagesInAbout' },
      }),
      heatTable(context, 'conversations', {
        ...{ name: 'conversations', title: 'reports.conversations' },
        about: 'reports.conversationsAbout',
      }),
    ],
  }
}

function heatTable(
  { figures, chosen }: ReportContext,
  metric: MetricName,
  named: Pick<ReportTable, 'name' | 'title' | 'about'>,
): ReportTable {
  const { period } = chosen
  const counts = new Map<string, number>()
  for (const { day, key, count } of figures.listDays(metric, 'hour', period)) {
    const place = `${weekdayOf(day)} ${key}`
    counts.set(place, (counts.get(place) ?? 0) + count)
  }
  const rows = weekdays.map((weekday) => ({
    label: { key: `reports.weekday.${weekday}` } as Label,
    cells: hours.map((hour): Cell => {
      const value = counts.get(`${weekday} ${hour}`) ?? 0
      const to = rowsTo(metric, period, { weekday, hour })
      return { value, unit: 'count', ...(value > 0 && { to }) }
    }),
  }))
  const heads: Label[] = [{ key: 'reports.weekday' }, ...hours.map((text) => ({ text }))]
  return { ...named, look: 'heat', heads, rows }
}
