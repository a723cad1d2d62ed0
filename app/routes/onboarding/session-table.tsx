import type { OnboardingState } from '#app/platform/onboarding/schema.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

const tones = {
  scheduled: 'neutral',
  in_progress: 'accent',
  completed: 'good',
  cancelled: 'neutral',
} as const

type Row = {
  id: number
  name: string
  state: OnboardingState
  step: string
  scheduledAt: number | null
  updatedAt: number
  slug: string | null
  repName: string | null
}

export function StateBadge({ state }: { state: OnboardingState }) {
  const t = useT()
  return <Badge tone={tones[state]}>{t(`onboarding.state_${state}`)}</Badge>
}

/** Companies on their way: where each stands, and when it last moved. */
export function SessionTable({ rows, showsRep }: { rows: Row[]; showsRep: boolean }) {
  const t = useT()
  const knownText = useKnownText()
  const columns: Column<Row>[] = [
    {
      header: t('onboarding.company'),
      cell: ({ name, slug }) => (
        <>
          {name}
          {slug && <span className="block text-small font-normal text-faint">{slug}</span>}
        </>
      ),
    },
    {
      ...{ header: t('onboarding.state'), nowrap: true },
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      header: t('onboarding.step'),
      cell: ({ state, step, scheduledAt }) =>
        state === 'scheduled' && scheduledAt !== null ? (
          <Time at={scheduledAt} />
        ) : state === 'in_progress' ? (
          knownText(`onboarding.step_${step}`, '–')
        ) : (
          '–'
        ),
    },
    { header: t('onboarding.changed'), nowrap: true, cell: (row) => <Time at={row.updatedAt} /> },
    ...(showsRep
      ? [
          {
            header: t('prospects.rep'),
            cell: (row: Row) => row.repName ?? t('onboarding.byItself'),
          },
        ]
      : []),
  ]
  return (
    <Table
      caption={t('onboarding.sessions')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/sales/onboarding/${row.id}`}
    />
  )
}
