import type { Role } from '#app/domain/members/permissions.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
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
export function MemberTable({ rows, ownId }: { rows: ShownMember[]; ownId: number }) {
  const t = useT()
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
    {
      header: t('members.lastSignIn'),
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
