import { useState } from 'react'
import type { DragEvent } from 'react'
import { Link } from '@remix-run/react'
import type { BoardColumn, Stage } from '#app/domain/leads/shown.ts'
import { classes } from '../classes.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { useSendAction } from '../inbox/action-form.tsx'
import { LeadCard } from './card.tsx'

const DRAGGED = 'application/x-lead'

/**
 * A column per stage. A card is dragged with a pointer; its menu does the same by keyboard, by
 * touch and without JavaScript.
 */
export function LeadBoard(props: { columns: BoardColumn[]; mayWrite: boolean; today: string }) {
  const t = useT()
  const { columns, mayWrite, today } = props
  const stages = columns.map((column) => column.stage)
  return (
    <div
      role="group"
      aria-label={t('leads.board')}
      className="relative -mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-4 sm:-mx-8 sm:scroll-px-8 sm:px-8"
    >
      {columns.map((column) => (
        <Column key={column.stage.id} {...{ column, stages, mayWrite, today }} />
      ))}
    </div>
  )
}

function Column(props: { column: BoardColumn; stages: Stage[]; mayWrite: boolean; today: string }) {
  const { column, stages, mayWrite, today } = props
  const t = useT()
  const { stage, cards, count } = column
  const { isOver, zone, drop } = useDropZone(stage.id, mayWrite)
  return (
    <section
      aria-label={stage.name}
      {...zone}
      className={classes(
        // A long column scrolls in itself: its head and its neighbours stay in view.
        'flex max-h-[max(24rem,calc(100dvh-15rem))] w-72 shrink-0 snap-start flex-col rounded-md border bg-canvas',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <Head column={column} />
      <ul className="relative flex min-h-24 flex-col gap-2 overflow-y-auto p-2">
        {cards.map((card) => (
          <li
            key={card.id}
            draggable={mayWrite}
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(card.id))}
            onDrop={(event) => drop(event, card.id)}
          >
            <LeadCard {...{ card, stages, stageId: stage.id, mayWrite, today }} />
          </li>
        ))}
        {cards.length === 0 && (
          <li className="px-2 py-6 text-center text-soft">{t('leads.columnEmpty')}</li>
        )}
        {count > cards.length && (
          <li>
            <Link
              to={`/leads/list?stage=${stage.id}`}
              className="px-2 text-small text-accent underline"
            >
              {t('leads.more', { count })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

function Head({ column: { stage, count, sums } }: { column: BoardColumn }) {
  const t = useT()
  const { money } = useFormat()
  return (
    <header className="flex flex-col gap-0.5 border-b p-3">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="truncate font-semibold">{stage.name}</h2>
        <span className="text-small text-soft tabular-nums">
          <span aria-hidden>{count}</span>
          <span className="sr-only">{t('leads.count', { count })}</span>
        </span>
      </div>
      <p className="text-small text-faint tabular-nums">
        {sums.length === 0
          ? `${stage.probability} %`
          : `${sums.map((sum) => money(sum.minor, sum.currency)).join(' + ')} · ${stage.probability} %`}
      </p>
    </header>
  )
}

/** Takes a dragged lead: on the column it goes on top, on a card above that card. */
function useDropZone(stageId: number, mayWrite: boolean) {
  const send = useSendAction()
  const [isOver, setIsOver] = useState(false)
  function drop(event: DragEvent, beforeId?: number) {
    const id = Number(event.dataTransfer.getData(DRAGGED))
    if (!id || !mayWrite) return
    event.preventDefault()
    event.stopPropagation()
    setIsOver(false)
    if (id === beforeId) return
    send(`/leads/${id}/stage`, {
      stageId: String(stageId),
      ...(beforeId !== undefined && { beforeId: String(beforeId) }),
    })
  }
  const zone = {
    onDragOver: (event: DragEvent) => {
      if (!mayWrite || !event.dataTransfer.types.includes(DRAGGED)) return
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => drop(event),
  }
  return { isOver, zone, drop }
}
