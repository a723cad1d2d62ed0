import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'
import { channelWords } from './channel-words.ts'
import { ChannelState } from './channel-state.tsx'
import type { EndpointStatus } from './channel-state.tsx'

type Row = {
  id: number
  channel: ChannelName
  name: string
  status: EndpointStatus
  statusReason: string | null
  createdAt: number
}

export function ChannelTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    {
      header: t('channels.name'),
      cell: (row) => (
        <span className="inline-flex items-center gap-2.5">
          <ChannelIcon channel={row.channel} decorative className="size-5" />
          {row.name}
        </span>
      ),
    },
    { header: t('channels.channel'), cell: (row) => t(channelWords[row.channel].name) },
    {
      header: t('channels.state'),
      cell: (row) => (
        <span className="inline-flex flex-col items-start gap-1 max-sm:items-end">
          <ChannelState status={row.status} />
          {row.status === 'needs_reconnect' && row.statusReason && (
            <span className="text-small text-faint">{row.statusReason}</span>
          )}
        </span>
      ),
    },
    { header: t('channels.since'), nowrap: true, cell: (row) => <Time at={row.createdAt} /> },
  ]
  return (
    <Table
      caption={t('channels.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/channels/${row.id}`}
    />
  )
}
