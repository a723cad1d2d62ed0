import type { CompanyUsage as Usage } from '#app/platform/companies/find.server.ts'
import type { LimitName, Limits } from '#app/platform/billing/plans.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'

const measures = ['members', 'answers', 'messages', 'endpoints', 'storageMb', 'contacts'] as const

/** What the company used of what its plan allows, as last measured by the roll-up. */
export function CompanyUsage({ limits, usage }: { limits: Limits | null; usage: Usage[] }) {
  const t = useT()
  const newest = Math.max(0, ...usage.map(({ measuredAt }) => measuredAt))
  return (
    <Card
      title={t('admin.usage')}
      description={
        newest === 0 ? (
          t('admin.usageNone')
        ) : (
          <>
            {t('admin.usageAt')} <Time at={newest} />
          </>
        )
      }
    >
      <ul className="flex flex-col gap-3">
        {measures.map((measure) => (
          <Measure
            key={measure}
            measure={measure}
            used={usage.find((row) => row.measure === measure)?.used}
            limit={limits ? limits[measure] : undefined}
          />
        ))}
      </ul>
    </Card>
  )
}

function Measure(props: {
  measure: LimitName
  used: number | undefined
  /** null is without limit, undefined without a plan */
  limit: number | null | undefined
}) {
  const { measure, used, limit } = props
  const t = useT()
  const format = useFormat()
  const share = used === undefined || !limit ? 0 : Math.min(1, used / limit)
  const allowed =
    limit === undefined ? '–' : limit === null ? t('admin.unlimited') : format.number(limit)
  return (
    <li>
      <div className="flex justify-between gap-4">
        <span>{t(`admin.measure_${measure}`)}</span>
        <span className="text-soft tabular-nums">
          {used === undefined
            ? t('admin.upTo', { limit: allowed })
            : t('admin.usedOf', { used: format.number(used), limit: allowed })}
        </span>
      </div>
      <span className="mt-1 block h-1.5 rounded-sm bg-hover" aria-hidden>
        <span
          className={`block h-full rounded-sm ${share >= 0.8 ? 'bg-warn' : 'bg-accent/70'}`}
          style={{ width: `${share * 100}%` }}
        />
      </span>
    </li>
  )
}
