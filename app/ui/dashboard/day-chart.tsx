import { BarSparkline } from '../bar-sparkline.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'

/** New conversations of two weeks; the rest of the figures is a table behind. */
export function DayChart({ days }: { days: { startsAt: number; conversations: number }[] }) {
  const t = useT()
  const { day, number } = useFormat()
  const bars = days.map(({ startsAt, conversations }) => ({
    label: day(startsAt),
    ...{ value: conversations, text: number(conversations) },
  }))
  return (
    <Card title={t('dashboard.perDay')} description={t('dashboard.lastDays')}>
      <BarSparkline title={t('dashboard.perDay')} bars={bars} look="chart" />
    </Card>
  )
}
