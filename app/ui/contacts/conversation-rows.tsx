import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import { ChannelIcon, useChannelName } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import { Table } from '../table.tsx'
import { Time } from '../time.tsx'

type Row = {
  id: number
  channel: string
  endpointId: number
  status: keyof typeof statuses
  createdAt: number
  lastMessageAt: number
}

const statuses = {
  new: 'contacts.status.new',
  in_progress: 'contacts.status.in_progress',
  waiting: 'contacts.status.waiting',
  snoozed: 'contacts.status.snoozed',
  closed: 'contacts.status.closed',
} as const

/**
 * A contact's conversations, newest first, named by channel and day. With `mergeAction` each can
 * be made one with the one before it on the same line.
 */
export function ConversationRows({ rows, mergeAction }: { rows: Row[]; mergeAction?: string }) {
  const t = useT()
  const { day } = useFormat()
  const channelName = useChannelName()
  if (rows.length === 0) return <EmptyState compact title={t('contacts.noConversations')} />
  const earlierOf = (row: Row) =>
    rows.find((one) => one.id < row.id && one.endpointId === row.endpointId)
  const hasPairs = mergeAction !== undefined && rows.some((row) => earlierOf(row))
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
              <ChannelIcon channel={row.channel as ChannelName} decorative />
              {t('contacts.conversationName', {
                channel: channelName(row.channel as ChannelName),
                date: day(row.createdAt),
              })}
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
      actionsLabel={t('duplicates.conversationTitle')}
      actions={
        hasPairs
          ? (row) => <MergeButton row={row} earlier={earlierOf(row)} action={mergeAction} />
          : undefined
      }
    />
  )
}

function MergeButton(props: { row: Row; earlier: Row | undefined; action: string }) {
  const t = useT()
  const { row, earlier, action } = props
  if (!earlier) return null
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="keep" value={row.id} />
      <input type="hidden" name="merge" value={earlier.id} />
      <Button type="submit" size="small">
        {t('duplicates.conversationMerge')}
      </Button>
    </Form>
  )
}
