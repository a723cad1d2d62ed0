import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import { Table } from '../table.tsx'
import { Time } from '../time.tsx'

type Row = { id: number; channel: string; status: keyof typeof statuses; lastMessageAt: number }

const statuses = {
  new: 'contacts.status.new',
  in_progress: 'contacts.status.in_progress',
  waiting: 'contacts.status.waiting',
  snoozed: 'contacts.status.snoozed',
  closed: 'contacts.status.closed',
} as const

/** A contact's conversations, newest first. */
export function ConversationRows({ rows }: { rows: Row[] }) {
  const t = useT()
  if (rows.length === 0) return <EmptyState compact title={t('contacts.noConversations')} />
  return (
    <Table
      caption={t('contacts.conversations')}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/conversations/${row.id}`}
      columns={[
        {
          header: t('contacts.conversation'),
          cell: (row) => (
            <span className="inline-flex items-center gap-2">
              <ChannelIcon channel={row.channel as ChannelName} /> #{row.id}
            </span>
          ),
        },
        { header: t('contacts.state'), cell: (row) => t(statuses[row.status]), nowrap: true },
        {
          header: t('contacts.lastActive'),
          cell: (row) => <Time at={row.lastMessageAt} />,
          nowrap: true,
        },
      ]}
    />
  )
}
