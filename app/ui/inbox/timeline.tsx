import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { ThreadItem } from '#app/domain/conversations/shown.ts'
import { toDayKey } from '#app/i18n/format.ts'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { MessageBubble } from './message-bubble.tsx'
import type { BubbleContext } from './message-bubble.tsx'
import { ShownMessages, useJump } from './message-quote.tsx'
import { NoteCard } from './note-card.tsx'
import { EventLine } from './thread-lines.tsx'
import { TypingLine } from './typing.tsx'

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
  /** the colleague who writes at the moment */
  typing?: string
  newerTo?: string
  pending?: ReactNode
}) {
  const { items, now, context, earlier, newerTo, pending, typing } = props
  const t = useT()
  const { timeZone } = useI18n()
  const dayName = useDayName(now)
  const shown = useMemo(
    () => new Set(items.flatMap((item) => (item.kind === 'message' ? item.id : []))),
    [items],
  )
  useJump()
  return (
    // A region that scrolls must be reachable by keyboard.
    <div
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain -outline-offset-2!"
      data-timeline
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
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
        <ShownMessages.Provider value={shown}>
          {toDays(items, timeZone).map((day) => (
            <section key={day.key} aria-label={dayName(day.at)}>
              <p className="sticky top-2 z-10 mt-4 flex justify-center">
                <span className="rounded-full border bg-canvas px-2.5 py-0.5 text-small font-medium text-soft">
                  {dayName(day.at)}
                </span>
              </p>
              <ol>
                {day.items.map((item, index) => (
                  <Item
                    key={`${item.kind}-${item.id}`}
                    item={item}
                    before={day.items[index - 1]}
                    context={context}
                  />
                ))}
              </ol>
            </section>
          ))}
        </ShownMessages.Provider>
        {pending && <ol>{pending}</ol>}
        {!newerTo && (
          <TypingLine
            conversationId={context.conversationId}
            contactName={context.contactName}
            colleague={typing}
          />
        )}
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

/** Items of one day together, so that its name stays in view while one is among them. */
function toDays(items: ThreadItem[], timeZone: string) {
  const days: { key: string; at: number; items: ThreadItem[] }[] = []
  for (const item of items) {
    const key = toDayKey(item.at, timeZone)
    const last = days.at(-1)
    if (last?.key === key) last.items.push(item)
    else days.push({ key, at: item.at, items: [item] })
  }
  return days
}

function useDayName(now: number) {
  const t = useT()
  const { day } = useFormat()
  const { timeZone } = useI18n()
  return (at: number) => {
    const key = toDayKey(at, timeZone)
    if (key === toDayKey(now, timeZone)) return t('inbox.day.today')
    return key === toDayKey(now - DAY_MS, timeZone) ? t('inbox.day.yesterday') : day(at)
  }
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
