import { useT } from './i18n-provider.tsx'

const HEIGHT = 40
const STEP = 10
const BAR = 7

export type Bar = { label: string; value: number; text?: string }

/** A few figures over time as bars, drawn on the server, with the same figures as a table behind them. */
export function BarSparkline({ title, bars }: { title: string; bars: Bar[] }) {
  const t = useT()
  const top = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure className="flex flex-col gap-1">
      <svg
        viewBox={`0 0 ${bars.length * STEP - (STEP - BAR)} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-10 w-full"
        aria-hidden
      >
        {bars.map((bar, index) => {
          const height = Math.max(1, (bar.value / top) * HEIGHT)
          return (
            <rect
              key={bar.label}
              x={index * STEP}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              rx="1"
              className={index === bars.length - 1 ? 'fill-accent' : 'fill-accent/35'}
            >
              <title>{`${bar.label}: ${bar.text ?? bar.value}`}</title>
            </rect>
          )
        })}
      </svg>
      <details className="text-small text-faint">
        <summary className="inline-block rounded-sm py-1 underline-offset-2 hover:underline">
          {t('common.chartTable')}
        </summary>
        <table className="w-full">
          <caption className="sr-only">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('common.chartPeriod')}</th>
              <th scope="col">{t('common.chartValue')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row" className="py-0.5 text-left font-normal">
                  {bar.label}
                </th>
                <td className="py-0.5 text-right text-ink">{bar.text ?? bar.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
