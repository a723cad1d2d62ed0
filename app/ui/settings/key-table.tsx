import { KeyRound } from 'lucide-react'
import { Badge } from '../badge.tsx'
import { Card } from '../card.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

type Key = {
  id: number
  name: string
  keyPrefix: string
  createdAt: number
  lastUsedAt: number | null
  revokedAt: number | null
  /** of the last 30 days */
  requests: number
}

/** All keys there ever were, the newest first; revoked ones stay as a record. */
export function KeyTable({ keys }: { keys: Key[] }) {
  const t = useT()
  const format = useFormat()
  if (keys.length === 0) {
    return (
      <Card flush>
        <EmptyState compact icon={<KeyRound aria-hidden />} title={t('settings.keysNone')}>
          {t('settings.keysNoneLead')}
        </EmptyState>
      </Card>
    )
  }
  const columns: Column<Key>[] = [
    { header: t('settings.keyFor'), cell: (key) => key.name },
    {
      header: t('settings.keyPrefix'),
      cell: (key) => <code className="text-small">{key.keyPrefix}…</code>,
    },
    { header: t('settings.keyCreated'), nowrap: true, cell: (key) => <Time at={key.createdAt} /> },
    {
      header: t('settings.keyUsed'),
      nowrap: true,
      cell: (key) => (key.lastUsedAt ? <Time at={key.lastUsedAt} /> : t('settings.keyNever')),
    },
    {
      header: t('settings.keyRequests'),
      align: 'end',
      cell: (key) => format.number(key.requests),
    },
    { header: t('settings.keyState'), nowrap: true, cell: (key) => <KeyState value={key} /> },
  ]
  return (
    <Card flush>
      <Table
        caption={t('settings.keysTitle')}
        columns={columns}
        rows={keys}
        rowKey={(key) => key.id}
        actionsLabel={t('common.actions')}
        actions={(key) => key.revokedAt === null && <Revoke value={key} />}
      />
    </Card>
  )
}

function KeyState({ value }: { value: Key }) {
  const t = useT()
  if (value.revokedAt === null) return <Badge tone="good">{t('settings.keyActive')}</Badge>
  return <Badge>{t('settings.keyRevoked')}</Badge>
}

function Revoke({ value: { id, name } }: { value: Key }) {
  const t = useT()
  return (
    <ConfirmDialog
      id={`revoke-${id}`}
      trigger={t('settings.keyRevoke')}
      triggerLook={{ size: 'small' }}
      title={t('settings.keyRevokeTitle', { name })}
      action={`/settings/api-keys/${id}/revocation`}
      confirmLabel={t('settings.keyRevoke')}
    >
      {t('settings.keyRevokeLead')}
    </ConfirmDialog>
  )
}
