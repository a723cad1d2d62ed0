import type { MemberFigures } from '#app/domain/team/shown.ts'
import type { Role } from '#app/domain/members/permissions.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { CellText } from '#app/ui/reports/cell-text.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type Status = 'invited' | 'active' | 'deactivated'

export type ShownMember = {
  id: number
  name: string
  email: string
  role: Role
  status: Status
  lastSignInAt: number | null
}

const tones: Record<Status, Tone> = { active: 'good', invited: 'accent', deactivated: 'neutral' }

export function MemberStatus({ status }: { status: Status }) {
  const t = useT()
  return <Badge tone={tones[status]}>{t(`members.status_${status}`)}</Badge>
}

/** Members as rows that lead to each one's page. */
export function MemberTable(props: {
  rows: ShownMember[]
  ownId: number
  /** what each does and did; left out for who reads no reports */
  team?: Record<number, MemberFigures>
}) {
  const { rows, ownId, team } = props
  const t = useT()
  const figureColumns = useFigureColumns(team)
  const columns: Column<ShownMember>[] = [
    {
      header: t('members.name'),
      cell: (row) => (
        <>
          {row.name}
          {row.id === ownId && (
            <span className="ml-2 font-normal text-faint">{t('members.you')}</span>
          )}
          <span className="block text-small font-normal text-faint">{row.email}</span>
        </>
      ),
    },
    { header: t('members.role'), cell: (row) => t(`members.role_${row.role}`) },
    { header: t('members.status'), cell: (row) => <MemberStatus status={row.status} /> },
    ...figureColumns,
    {
      header: t('members.lastSignIn'),
      deskOnly: team !== undefined,
      cell: (row) => (row.lastSignInAt ? <Time at={row.lastSignInAt} /> : t('members.never')),
    },
  ]
  return (
    <Table
      caption={t('members.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/members/${row.id}`}
    />
  )
}

/** Load now, and what was done in the period; every figure leads to its rows. */
function useFigureColumns(team: Record<number, MemberFigures> | undefined): Column<ShownMember>[] {
  const t = useT()
  if (!team) return []
  const cell = (name: 'firstReply' | 'closed' | 'won' | 'rating') => ({
    ...{ header: t(`performance.${name}`), align: 'end' as const, nowrap: true },
    cell: ({ id }: ShownMember) => {
      const figure = team[id]?.[name]
      return figure ? <CellText cell={figure} label={t(`performance.${name}`)} /> : '–'
    },
  })
  return [
    {
      header: t('team.department'),
      cell: ({ id }) => (
        <>
          {team[id]?.department ?? '–'}
          <span className="block text-small text-faint">{team[id]?.skills.join(', ')}</span>
        </>
      ),
    },
    {
      ...{ header: t('performance.open'), align: 'end', nowrap: true },
      cell: ({ id }) => {
        const { open = 0, capacity = 0 } = team[id] ?? {}
        return t('performance.openOf', { open, capacity })
      },
    },
    ...[cell('firstReply'), cell('closed'), cell('won'), cell('rating')],
  ]
}
