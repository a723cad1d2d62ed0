import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { ThreadItem } from '#app/domain/conversations/shown.ts'
import { toDayKey } from '#app/i18n/format.ts'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { MessageBubble } from './message-bubble.tsx'
import type { BubbleContext } from './message-bubble.tsx'
import { EventLine, NoteCard } from './thread-lines.tsx'

const DAY_MS = 24 * 3_600_000
/** After a pause this long the author is named again. */
const RUN_MAX_MS = 10 * 60_000

/**
 * Messages, notes and history by time, days apart. It lies upside down in its scroller, so that
 * it opens at its end and stays there while new things come, without a script.
 */
export function Timeline(props: {
  items: ThreadItem[]
  now: number
  context: BubbleContext
  earlier?: { to: string; onFollow?: () => void; isLoading?: boolean }
  newerTo?: string
  pending?: ReactNode
}) {
  const { items, now, context, earlier, newerTo, pending } = props
  const t = useT()
  const { timeZone } = useI18n()
  return (
    <div
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain"
      data-timeline
      tabIndex={0}
      role="region"
      aria-label={t('inbox.thread', { name: context.contactName })}
    >
      <div className="pb-4">
        {earlier && (
          <PageLink
            to={earlier.to}
            onFollow={earlier.onFollow}
            icon={
              earlier.isLoading ? (
                <span className="spinner" />
              ) : (
                <ArrowUp className="size-3.5" aria-hidden />
              )
            }
          >
            {t('inbox.earlier')}
          </PageLink>
        )}
        <ol>
          {items.map((item, index) => {
            const before = items[index - 1]
            const isNewDay =
              !before || toDayKey(before.at, timeZone) !== toDayKey(item.at, timeZone)
            return (
              <Fragment key={`${item.kind}-${item.id}`}>
                {isNewDay && <DayLine at={item.at} now={now} />}
                <Item item={item} before={isNewDay ? undefined : before} context={context} />
              </Fragment>
            )
          })}
          {pending}
        </ol>
        {newerTo && (
          <PageLink to={newerTo} icon={<ArrowDown className="size-3.5" aria-hidden />}>
            {t('inbox.newer')}
          </PageLink>
        )}
      </div>
    </div>
  )
}

function Item(props: { item: ThreadItem; before: ThreadItem | undefined; context: BubbleContext }) {
  const { item, before, context } = props
  if (item.kind === 'note') return <NoteCard note={item} />
  if (item.kind === 'event') return <EventLine event={item} />
  const isFirst =
    before?.kind !== 'message' ||
    before.authorKind !== item.authorKind ||
    before.authorName !== item.authorName ||
    item.at - before.at > RUN_MAX_MS
  return <MessageBubble message={item} isFirst={isFirst} context={context} />
}

function DayLine({ at, now }: { at: number; now: number }) {
  const t = useT()
  const { day } = useFormat()
  const { timeZone } = useI18n()
  const key = toDayKey(at, timeZone)
  const text =
    key === toDayKey(now, timeZone)
      ? t('inbox.day.today')
      : key === toDayKey(now - DAY_MS, timeZone)
        ? t('inbox.day.yesterday')
        : day(at)
  return (
    <li className="sticky top-0 z-10 flex justify-center pt-4">
      <h2 className="rounded-full border bg-canvas px-2.5 py-0.5 text-small font-medium text-soft">
        {text}
      </h2>
    </li>
  )
}

function PageLink(props: {
  to: string
  onFollow?: () => void
  icon: ReactNode
  children: ReactNode
}) {
  return (
    <p className="flex justify-center pt-4">
      <Link
        to={props.to}
        preventScrollReset
        onClick={(event) => {
          if (!props.onFollow) return
          event.preventDefault()
          props.onFollow()
        }}
        className="inline-flex h-7 items-center gap-1.5 rounded-full border bg-surface px-3 text-small font-medium text-soft hover:bg-hover hover:text-ink"
      >
        {props.icon}
        {props.children}
      </Link>
    </p>
  )
}
