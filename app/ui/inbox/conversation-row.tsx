import { Link } from '@remix-run/react'
import { Hand } from 'lucide-react'
import { memo } from 'react'
import type { InboxRow } from '#app/domain/conversations/shown.ts'
import { Avatar } from '../avatar.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import { Time } from '../time.tsx'
import { AuthorIcon } from './author-sign.tsx'
import { toLine, toName } from './preview-text.ts'

/** One conversation of the list: a single link with few nodes, for thirty of them are drawn. */
export const ConversationRow = memo(function ConversationRow(props: {
  row: InboxRow
  query: string
  isOpen: boolean
  onIntent?: (id: number) => void
}) {
  const { row, query, isOpen, onIntent } = props
  const t = useT()
  const name = toName(t, { name: row.contactName, phone: row.contactPhone })
  const isUnread = row.isUnread && !isOpen
  return (
    <li>
      <Link
        to={`/conversations/${row.id}${query}`}
        data-row={row.id}
        preventScrollReset
        aria-current={isOpen ? 'page' : undefined}
        onPointerEnter={() => onIntent?.(row.id)}
        onFocus={() => onIntent?.(row.id)}
        className={classes(
          'relative grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 border-b px-4 py-3 -outline-offset-2!',
          isOpen ? 'bg-accent-soft' : 'hover:bg-hover',
        )}
      >
        <span className="relative row-span-2 mt-0.5 h-fit">
          <Avatar name={name} />
          <span className="absolute -right-0.5 -bottom-1 grid size-4 place-items-center rounded-full bg-surface">
            <ChannelIcon channel={row.channel as ChannelName} className="size-3.5" />
          </span>
        </span>
        <span className="flex items-center gap-2">
          <span className={classes('truncate', isUnread ? 'font-semibold' : 'font-medium')}>
            {name}
          </span>
          <ScoreBadge score={row.score} color={row.scoreColor} compact />
          <Time
            at={row.lastMessageAt}
            as="row"
            className={classes(
              'ml-auto shrink-0 text-small',
              isUnread ? 'font-medium text-accent' : 'text-faint',
            )}
          />
        </span>
        <span className="flex items-center gap-1.5 text-soft">
          {row.lastAuthor && row.lastAuthor !== 'contact' && (
            <AuthorIcon kind={row.lastAuthor} className="size-3.5 shrink-0 text-faint" />
          )}
          <span className={classes('flex-1 truncate', isUnread && 'text-ink')}>
            {row.lastType
              ? toLine(t, {
                  ...{ text: row.lastText, type: row.lastType },
                  isDeleted: row.lastDeletedAt !== null,
                })
              : t('inbox.nothingYet')}
          </span>
          <RowMark row={row} />
          {isUnread && (
            <span className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{t('inbox.unread')}</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  )
})

/** The one thing to know beside the words: it waits for a person, it is over, or whose it is. */
function RowMark({ row }: { row: InboxRow }) {
  const t = useT()
  if (row.status === 'closed')
    return <span className="shrink-0 text-small text-faint">{t('inbox.state.closed')}</span>
  if (row.needsPersonAt !== null)
    return (
      <span
        className="flex shrink-0 items-center gap-1 rounded-sm bg-warn-soft px-1.5 py-0.5 text-small font-medium text-warn"
        title={t('inbox.state.needsPerson')}
      >
        <Hand className="size-3" aria-hidden />
        <span className="sr-only">{t('inbox.state.needsPerson')}</span>
      </span>
    )
  if (!row.assigneeName) return null
  const label = t('inbox.assigned', { name: row.assigneeName })
  return (
    <span className="max-w-20 shrink-0 truncate text-small text-faint" title={label}>
      <span className="sr-only">{label}</span>
      <span aria-hidden>{row.assigneeName.split(' ')[0]}</span>
    </span>
  )
}
