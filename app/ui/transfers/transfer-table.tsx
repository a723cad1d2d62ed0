import type { TransferRow } from '#app/domain/transfers/shown.ts'
import { Badge } from '../badge.tsx'
import type { Tone } from '../badge.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

const tones: Record<TransferRow['state'], Tone> = {
  ...{ pending: 'warn', approved: 'good', redirected: 'good' },
  ...{ refused: 'bad', withdrawn: 'neutral', moot: 'neutral' },
}

/** Requests, each a link to its page. */
export function TransferTable({ rows }: { rows: TransferRow[] }) {
  const t = useT()
  const columns: Column<TransferRow>[] = [
    {
      header: t('transfers.conversation'),
      cell: (row) =>
        row.conversationId === null
          ? t('transfers.outOfReach')
          : row.contactName || row.contactPhone,
    },
    { header: t('transfers.askedBy'), cell: (row) => row.askerName },
    { header: t('transfers.to'), cell: (row) => row.targetName ?? t('transfers.anybody') },
    {
      header: t('transfers.reason'),
      cell: (row) => <span className="line-clamp-2">{row.reason}</span>,
    },
    { header: t('transfers.asked'), nowrap: true, cell: (row) => <Time at={row.createdAt} /> },
    {
      header: t('transfers.state'),
      nowrap: true,
      cell: (row) => <TransferState state={row.state} />,
    },
  ]
  return (
    <Table
      caption={t('transfers.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/transfers/${row.id}`}
    />
  )
}

export function TransferState({ state }: { state: TransferRow['state'] }) {
  const t = useT()
  return <Badge tone={tones[state]}>{t(`transfers.state_${state}`)}</Badge>
}
