import { Badge } from '../badge.tsx'
import type { Tone } from '../badge.tsx'
import { Card } from '../card.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '../filter-bar.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import type { Rep } from './shown.ts'

const statuses = ['none', 'trial', 'active', 'past_due', 'suspended', 'cancelled'] as const
export type ClientStatus = (typeof statuses)[number]

export type ShownHealth = {
  state: 'good' | 'quiet' | 'risk'
  why: 'unpaid' | 'suspended' | 'cancelled' | 'trialEnding' | 'notUsed' | 'fine'
  days?: number
}

export type ShownClient = {
  id: string
  name: string
  slug: string
  status: Exclude<ClientStatus, 'none'> | null
  planName: string | null
  monthly: number | null
  currency: string | null
  trialEndsAt: number | null
  periodEnd: number | null
  repName: string | null
  health: ShownHealth
}

const statusTones: Record<ClientStatus, Tone> = {
  ...{ none: 'neutral', trial: 'accent', active: 'good', past_due: 'warn' },
  ...{ suspended: 'bad', cancelled: 'neutral' },
}
const healthTones = { good: 'good', quiet: 'neutral', risk: 'warn' } as const

export function StatusBadge({ status }: { status: ShownClient['status'] }) {
  const t = useT()
  const known = status ?? 'none'
  return <Badge tone={statusTones[known]}>{t(`prospects.status_${known}`)}</Badge>
}

/** How a client does, and why. */
export function HealthText({ health }: { health: ShownHealth }) {
  const t = useT()
  return (
    <>
      <Badge tone={healthTones[health.state]}>{t(`prospects.health_${health.state}`)}</Badge>
      <span className="block text-small text-faint">
        {t(`prospects.healthWhy_${health.why}`, { count: health.days ?? 0 })}
      </span>
    </>
  )
}

/** Until when: a trial's end, else what is paid for. */
export function UntilText({ client }: { client: ShownClient }) {
  const t = useT()
  const isTrial = client.status === 'trial'
  const at = isTrial ? client.trialEndsAt : client.periodEnd
  if (at === null) return <>–</>
  return (
    <>
      <span className="text-faint">
        {t(isTrial ? 'prospects.trialEnds' : 'prospects.paidUntil')}{' '}
      </span>
      <Time at={at} as="day" />
    </>
  )
}

export function ClientTable({ rows, showsRep }: { rows: ShownClient[]; showsRep: boolean }) {
  const t = useT()
  const { money } = useFormat()
  const columns: Column<ShownClient>[] = [
    {
      header: t('prospects.client'),
      cell: (row) => (
        <>
          {row.name}
          <span className="block text-small font-normal text-faint">{row.slug}</span>
        </>
      ),
    },
    {
      ...{ header: t('prospects.status'), nowrap: true },
      cell: (row) => <StatusBadge status={row.status} />,
    },
    { header: t('prospects.planNow'), cell: (row) => row.planName ?? '–' },
    {
      ...{ header: t('prospects.monthly'), align: 'end' },
      cell: (row) => (row.monthly === null ? '–' : money(row.monthly, row.currency ?? undefined)),
    },
    {
      ...{ header: t('prospects.renews'), nowrap: true, deskOnly: true },
      cell: (row) => <UntilText client={row} />,
    },
    {
      header: t('prospects.health'),
      cell: (row) => (
        <span className="max-sm:text-right">
          <HealthText health={row.health} />
        </span>
      ),
    },
    ...(showsRep
      ? [{ header: t('prospects.rep'), cell: (row: ShownClient) => row.repName ?? '–' }]
      : []),
  ]
  return (
    <Table
      caption={t('prospects.clients')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/sales/clients/${row.id}`}
    />
  )
}

export function ClientFilters(props: {
  search: string
  status: string
  repId?: number
  reps: Rep[]
}) {
  const { search, status, repId, reps } = props
  const t = useT()
  return (
    <FilterBar search={<SearchInput label={t('prospects.clientsSearch')} value={search} />}>
      <ChoiceFilter
        name="status"
        label={t('prospects.status')}
        all={t('prospects.allStatuses')}
        value={status}
        options={statuses.map((value) => ({ value, label: t(`prospects.status_${value}`) }))}
      />
      {reps.length > 0 && (
        <ChoiceFilter
          name="rep"
          label={t('prospects.rep')}
          all={t('prospects.allReps')}
          value={repId === undefined ? '' : String(repId)}
          options={reps.map((rep) => ({ value: String(rep.id), label: rep.name }))}
        />
      )}
    </FilterBar>
  )
}

const measures = ['members', 'contacts', 'messages', 'answers', 'endpoints', 'storageMb'] as const

export type ShownUsage = {
  measure: string
  used: number
  limit: number | null
  measuredAt: number
}

/** What a client used of what its plan allows, as counted last. */
export function UsageCard({ usage }: { usage: ShownUsage[] }) {
  const t = useT()
  const { number, dateTime } = useFormat()
  const [first] = usage
  return (
    <Card
      title={t('prospects.used')}
      description={first && t('prospects.usedLead', { at: dateTime(first.measuredAt) })}
    >
      {!first && <p className="text-soft">{t('prospects.usedNone')}</p>}
      <ul className="flex flex-col gap-3">
        {measures.map((measure) => {
          const row = usage.find((one) => one.measure === measure)
          if (!row) return null
          const { used, limit } = row
          return (
            <li key={measure} className="flex flex-col gap-1">
              <p className="flex justify-between gap-4">
                <span>{t(`prospects.measure_${measure}`)}</span>
                <span className="text-soft tabular-nums">
                  {limit === null
                    ? t('prospects.noLimit', { used: number(used) })
                    : t('prospects.usedOf', { used: number(used), limit: number(limit) })}
                </span>
              </p>
              {limit !== null && (
                <progress
                  className="progress"
                  value={Math.min(used, limit)}
                  max={Math.max(1, limit)}
                  aria-label={t(`prospects.measure_${measure}`)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
