import { useState } from 'react'
import type { DragEvent } from 'react'
import type { WorkloadColumn } from '#app/domain/assignment/shown.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { useSendAction } from '../inbox/action-form.tsx'
import { ColumnHead } from './column-head.tsx'
import { WorkloadCard } from './card.tsx'

const DRAGGED = 'application/x-conversation'

/**
 * A column per person. A card is dragged with a pointer; its menu does the same by keyboard,
 * by touch and without JavaScript.
 */
export function WorkloadBoard({ columns }: { columns: WorkloadColumn[] }) {
  const t = useT()
  const people = columns.flatMap(({ member }) => member ?? [])
  return (
    <div
      role="group"
      aria-label={t('team.workload')}
      className="relative -mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-4 sm:-mx-8 sm:scroll-px-8 sm:px-8"
    >
      {columns.map((column) => (
        <Column key={column.member?.id ?? 0} column={column} people={people} />
      ))}
    </div>
  )
}

function Column(props: { column: WorkloadColumn; people: { id: number; name: string }[] }) {
  const { column, people } = props
  const t = useT()
  const send = useSendAction()
  const [isOver, setIsOver] = useState(false)
  const memberId = column.member?.id ?? null
  function onDragOver(event: DragEvent) {
    if (!event.dataTransfer.types.includes(DRAGGED)) return
    event.preventDefault()
    setIsOver(true)
  }
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const id = Number(event.dataTransfer.getData(DRAGGED))
    if (!id || column.cards.some((card) => card.id === id)) return
    send(`/conversations/${id}/assignment`, { memberId: memberId === null ? '' : String(memberId) })
  }
  const name = column.member?.name ?? t('team.queue')
  return (
    <section
      aria-label={name}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={classes(
        // A long column scrolls in itself: its head and its neighbours stay in view.
        'flex max-h-[max(24rem,calc(100dvh-15rem))] w-72 shrink-0 snap-start flex-col rounded-md border bg-canvas',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <ColumnHead column={column} />
      <ul className="relative flex min-h-24 flex-col gap-2 overflow-y-auto p-2">
        {column.cards.map((card) => (
          <li
            key={card.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(card.id))}
          >
            <WorkloadCard card={card} ownerId={memberId} people={people} />
          </li>
        ))}
        {column.cards.length === 0 && (
          <li className="px-2 py-6 text-center text-soft">
            {t(column.member ? 'team.nothingOpen' : 'team.queueEmpty')}
          </li>
        )}
        {column.total > column.cards.length && (
          <li className="px-2 py-1 text-small text-soft">
            {t('team.moreOf', { count: column.total - column.cards.length })}
          </li>
        )}
      </ul>
    </section>
  )
}
