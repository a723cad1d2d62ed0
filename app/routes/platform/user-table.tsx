import { Form } from '@remix-run/react'
import type { PlatformRole } from '#app/platform/users/permissions.ts'
import { MemberStatus } from '#app/routes/members/member-table.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Select } from '#app/ui/input.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export type ShownUser = {
  id: number
  name: string
  email: string
  role: PlatformRole
  status: 'invited' | 'active' | 'deactivated'
  lastSignInAt: number | null
  mayChange: boolean
}

/** The platform's people, each with role and standing to change. */
export function UserTable(props: { rows: ShownUser[]; ownId: number; offered: PlatformRole[] }) {
  const { rows, ownId, offered } = props
  const t = useT()
  const columns: Column<ShownUser>[] = [
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
    {
      header: t('members.role'),
      cell: (row) =>
        row.mayChange ? <RoleForm user={row} offered={offered} /> : t(`members.role_${row.role}`),
    },
    { header: t('members.status'), cell: (row) => <MemberStatus status={row.status} /> },
    {
      header: t('members.lastSignIn'),
      cell: (row) => (row.lastSignInAt ? <Time at={row.lastSignInAt} /> : t('members.never')),
    },
  ]
  return (
    <Table
      caption={t('platform.users')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      actions={(row) => row.mayChange && <Standing user={row} />}
      actionsLabel={t('common.actions')}
    />
  )
}

function RoleForm({ user, offered }: { user: ShownUser; offered: PlatformRole[] }) {
  const t = useT()
  const action = `/admin/users/${user.id}/role`
  return (
    <Form method="post" action={action} className="flex items-center gap-2">
      <Select
        key={user.role}
        name="role"
        defaultValue={user.role}
        aria-label={`${t('members.role')}: ${user.name}`}
      >
        {offered.map((role) => (
          <option key={role} value={role}>
            {t(`members.role_${role}`)}
          </option>
        ))}
      </Select>
      <SubmitButton variant="secondary" size="small" action={action}>
        {t('common.save')}
      </SubmitButton>
    </Form>
  )
}

function Standing({ user }: { user: ShownUser }) {
  const t = useT()
  const { id, name, status } = user
  if (status === 'deactivated') {
    const action = `/admin/users/${id}/activation`
    return (
      <Form method="post" action={action}>
        <SubmitButton variant="secondary" size="small" action={action}>
          {t('members.reactivate')}
        </SubmitButton>
      </Form>
    )
  }
  return (
    <ConfirmDialog
      id={`deactivate-${id}`}
      trigger={t('members.deactivate')}
      triggerLook={{ size: 'small' }}
      title={t('members.deactivateTitle', { name })}
      action={`/admin/users/${id}/deactivation`}
      confirmLabel={t('members.deactivate')}
    >
      {t('members.deactivateLead')}
    </ConfirmDialog>
  )
}
