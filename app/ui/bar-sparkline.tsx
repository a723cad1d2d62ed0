import { useT } from './i18n-provider.tsx'

const HEIGHT = 40
const STEP = 10
const BAR = 7

export type Bar = { label: string; value: number; text?: string }

/**
 * A few figures over time as bars, drawn on the server, with the same figures as a table behind them.
 * `chart` stands on its own: taller, with the highest figure and both ends written on it.
 */
export function BarSparkline(props: { title: string; bars: Bar[]; look?: 'spark' | 'chart' }) {
  const { title, bars, look = 'spark' } = props
  const t = useT()
  const isChart = look === 'chart'
  const top = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure className="flex flex-col gap-1">
      {isChart && <Highest bars={bars} />}
      <svg
        viewBox={`0 0 ${bars.length * STEP - (STEP - BAR)} ${HEIGHT}`}
        preserveAspectRatio="none"
        className={isChart ? 'h-32 w-full border-b' : 'h-10 w-full'}
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
      {isChart && <Ends bars={bars} />}
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

function Highest({ bars }: { bars: Bar[] }) {
  const top = bars.reduce((highest, bar) => (bar.value > highest.value ? bar : highest), {
    ...{ label: '', value: 0, text: '0' },
  })
  return (
    <span className="text-small text-faint" aria-hidden>
      {top.label && `${top.text ?? top.value} · ${top.label}`}
    </span>
  )
}

function Ends({ bars }: { bars: Bar[] }) {
  return (
    <span className="flex justify-between text-small text-faint" aria-hidden>
      <span>{bars[0]?.label}</span>
      <span>{bars.at(-1)?.label}</span>
    </span>
  )
}
