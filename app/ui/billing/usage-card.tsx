import { fillOf, measures } from '#app/domain/usage/measures.ts'
import type { Limits, Measure, Usage } from '#app/domain/usage/measures.ts'
import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'

/** How much of what the plan allows is used; each bar says in words what its colour says. */
export function UsageCard(props: { used: Usage; limits: Limits; since: number }) {
  const { used, limits, since } = props
  const t = useT()
  const { day } = useFormat()
  return (
    <Card
      title={t('billing.usage')}
      description={
        since === 0 ? t('billing.usageEver') : t('billing.usageLead', { day: day(since) })
      }
    >
      <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {measures.map((name) => (
          <Meter key={name} name={name} used={used[name]} limit={limits[name]} />
        ))}
      </ul>
    </Card>
  )
}

const fills = { plain: 'fill-accent', near: 'fill-warn', full: 'fill-bad' }

function Meter({ name, used, limit }: { name: Measure; used: number; limit: number | null }) {
  const t = useT()
  const { number } = useFormat()
  const fill = fillOf(used, limit)
  const share = limit === null || limit === 0 ? 0 : Math.min(1, used / limit)
  return (
    <li className="flex flex-col gap-1.5">
      <span className="flex items-baseline justify-between gap-4">
        <span className="flex items-center gap-2">
          {t(`billing.measure.${name}`)}
          {fill !== 'plain' && (
            <Badge tone={fill === 'full' ? 'bad' : 'warn'}>{t(`billing.fill.${fill}`)}</Badge>
          )}
        </span>
        <span className="whitespace-nowrap text-soft">
          {limit === null
            ? t('billing.usedFree', { used: number(used) })
            : t('billing.usedOf', { used: number(used), limit: number(limit) })}
        </span>
      </span>
      <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1.5 w-full">
        <rect width="100" height="4" rx="1" className="fill-sunken" />
        <rect width={share * 100} height="4" rx="1" className={fills[fill]} />
      </svg>
      {fill === 'full' && <span className="text-small text-soft">{t(`billing.full.${name}`)}</span>}
    </li>
  )
}
