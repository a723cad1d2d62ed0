import { Link } from '@remix-run/react'
import { Clock, Flag, Hand, StickyNote } from 'lucide-react'
import { memo } from 'react'
import type { FoundRow } from '#app/domain/conversations/shown.ts'
import { Avatar } from '../avatar.tsx'
import { Badge } from '../badge.tsx'
import type { Tone } from '../badge.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import { Marked } from './marked.tsx'
import { Time } from '../time.tsx'
import { AuthorIcon } from './author-sign.tsx'
import { ClockBadge } from './clock-badge.tsx'
import { toLine, toName } from './preview-text.ts'

/** One conversation of the list: a single link with few nodes, for thirty of them are drawn. */
export const ConversationRow = memo(function ConversationRow(props: {
  row: FoundRow
  query: string
  isOpen: boolean
  canTick: boolean
  onIntent?: (id: number) => void
}) {
  const { row, query, isOpen, canTick, onIntent } = props
  const t = useT()
  const name = toName(t, { name: row.contactName, phone: row.contactPhone })
  const isUnread = row.isUnread && !isOpen
  return (
    <li className="group/row relative">
      {canTick && <Tick id={row.id} name={name} />}
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
            {row.namePieces ? <Marked pieces={row.namePieces} /> : name}
          </span>
          <ScoreBadge score={row.score} color={row.scoreColor} compact />
          <Time
            at={row.hit?.at ?? row.lastMessageAt}
            as="row"
            className={classes(
              'ml-auto shrink-0 text-small',
              isUnread ? 'font-medium text-accent' : 'text-faint',
            )}
          />
        </span>
        <span className="flex items-center gap-1.5 text-soft">
          <RowText row={row} isUnread={isUnread} />
          <ClockBadge clock={row.clock} onlyPressing />
          <RowMark row={row} />
          {isUnread && (
            <span className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{t('inbox.unread')}</span>
            </span>
          )}
        </span>
        <RowLabels row={row} />
      </Link>
    </li>
  )
})

/** Over the picture: shown when pointed at, focused, ticked, or once anything is ticked. */
function Tick({ id, name }: { id: number; name: string }) {
  const t = useT()
  return (
    <label className="tick absolute top-2 left-2.5 z-10 grid size-11 cursor-pointer place-items-center">
      <input
        type="checkbox"
        name="ids"
        value={id}
        form="bulk"
        aria-label={t('views.tick', { name })}
        className="peer size-5 rounded-sm accent-(--accent)"
      />
    </label>
  )
}

/** The last message in a line, or where the words that were looked for stand. */
function RowText({ row, isUnread }: { row: FoundRow; isUnread: boolean }) {
  const t = useT()
  if (row.hit)
    return (
      <span className="line-clamp-2 flex-1">
        {row.hit.kind === 'note' && (
          <StickyNote aria-label={t('views.inNote')} className="mr-1 inline size-3.5 text-warn" />
        )}
        <Marked pieces={row.hit.pieces} />
      </span>
    )
  return (
    <>
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
    </>
  )
}

/** Tags, and the priority where it is not the usual one. */
function RowLabels({ row }: { row: FoundRow }) {
  if (row.tags.length === 0 && !row.priorityName) return null
  return (
    <span className="col-start-2 mt-1 flex min-w-0 gap-1 overflow-hidden">
      {row.priorityName && (
        <Badge tone={row.priorityColor ?? 'neutral'} icon={<Flag className="size-3" aria-hidden />}>
          {row.priorityName}
        </Badge>
      )}
      {row.tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Badge key={tag.name} tone={tag.color as Tone}>
          {tag.name}
        </Badge>
      ))}
      {row.tags.length > TAGS_SHOWN && <Badge>+{row.tags.length - TAGS_SHOWN}</Badge>}
    </span>
  )
}

const TAGS_SHOWN = 3

/** The one thing to know beside the words: it waits for a person, it is over, or whose it is. */
function RowMark({ row }: { row: FoundRow }) {
  const t = useT()
  if (row.status === 'closed')
    return <span className="shrink-0 text-small text-faint">{t('inbox.state.closed')}</span>
  if (row.status === 'snoozed') return <SnoozeMark until={row.snoozedUntil} />
  if (row.needsPersonAt !== null)
    return (
      <span className="flex shrink-0 items-center gap-1.5">
        <span
          className="rounded-sm bg-warn-soft px-1.5 py-1 text-warn"
          title={t('inbox.state.needsPerson')}
        >
          <Hand className="size-3" aria-hidden />
          <span className="sr-only">{t('inbox.state.needsPerson')}</span>
        </span>
        <Owner row={row} />
      </span>
    )
  return <Owner row={row} />
}

function Owner({ row }: { row: FoundRow }) {
  const t = useT()
  if (!row.assigneeName) return null
  const label = t('inbox.assigned', { name: row.assigneeName })
  return (
    <span className="max-w-20 shrink-0 truncate text-small text-faint" title={label}>
      <span className="sr-only">{label}</span>
      <span aria-hidden>{row.assigneeName.split(' ')[0]}</span>
    </span>
  )
}

function SnoozeMark({ until }: { until: number | null }) {
  const t = useT()
  return (
    <span className="flex shrink-0 items-center gap-1 text-small text-faint">
      <Clock className="size-3" aria-hidden />
      <span className="sr-only">{t('views.status.snoozed')}</span>
      {until !== null && <Time at={until} as="moment" />}
    </span>
  )
}
