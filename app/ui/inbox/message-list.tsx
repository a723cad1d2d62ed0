import { useMemo } from 'react'
import type { ThreadItem } from '#app/domain/conversations/shown.ts'
import { toDayKey } from '#app/i18n/format.ts'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { MessageBubble } from './message-bubble.tsx'
import type { BubbleContext } from './message-bubble.tsx'
import { ShownMessages } from './message-quote.tsx'
import { NoteCard } from './note-card.tsx'
import { EventLine } from './thread-lines.tsx'

const DAY_MS = 24 * 3_600_000
/** After a pause this long the author is named again. */
const RUN_MAX_MS = 10 * 60_000

/** Messages, notes and history by time, days apart. */
export function MessageList(props: { items: ThreadItem[]; now: number; context: BubbleContext }) {
  const { items, now, context } = props
  const { timeZone } = useI18n()
  const dayName = useDayName(now)
  const shown = useMemo(
    () => new Set(items.flatMap((item) => (item.kind === 'message' ? item.id : []))),
    [items],
  )
  return (
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
