import { useState } from 'react'
import type { DragEvent } from 'react'
import { Link, useNavigate } from '@remix-run/react'
import { classes } from '../classes.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { useSendAction } from '../inbox/action-form.tsx'
import { ProspectCard } from './prospect-card.tsx'
import type { BoardColumn, Stage } from './shown.ts'

const DRAGGED = 'application/x-prospect'

/**
 * A column per stage. A card is dragged with a pointer; its menu does the same by keyboard, by
 * touch and without JavaScript.
 */
export function ProspectBoard(props: { columns: BoardColumn[]; showsRep: boolean }) {
  const t = useT()
  return (
    <div
      role="group"
      aria-label={t('prospects.board')}
      className="relative -mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-4 sm:-mx-8 sm:scroll-px-8 sm:px-8"
    >
      {props.columns.map((column) => (
        <Column key={column.stage} column={column} showsRep={props.showsRep} />
      ))}
    </div>
  )
}

function Column({ column, showsRep }: { column: BoardColumn; showsRep: boolean }) {
  const t = useT()
  const { money } = useFormat()
  const { stage, cards, count, value } = column
  const { isOver, zone } = useDropZone(stage)
  return (
    <section
      aria-label={t(`prospects.stage_${stage}`)}
      {...zone}
      className={classes(
        // A long column scrolls in itself: its head and its neighbours stay in view.
        'flex max-h-[max(24rem,calc(100dvh-17rem))] w-64 shrink-0 snap-start flex-col rounded-md border bg-canvas xl:min-w-40 xl:flex-1',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <header className="flex flex-col gap-0.5 border-b p-3">
        <div className="flex items-baseline justify-between gap-2">
          <h2 className="truncate font-semibold">{t(`prospects.stage_${stage}`)}</h2>
          <span className="text-small text-soft tabular-nums">
            <span aria-hidden>{count}</span>
            <span className="sr-only">{t('prospects.count', { count })}</span>
          </span>
        </div>
        <p className="text-small text-faint tabular-nums">{value > 0 ? money(value) : '–'}</p>
      </header>
      <ul className="relative flex min-h-24 flex-col gap-2 overflow-y-auto p-2">
        {cards.map((card) => (
          <li
            key={card.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(card.id))}
          >
            <ProspectCard card={card} showsRep={showsRep} />
          </li>
        ))}
        {cards.length === 0 && (
          <li className="px-2 py-6 text-center text-soft">{t('prospects.columnEmpty')}</li>
        )}
        {count > cards.length && (
          <li>
            <Link
              to={`/sales/prospects/list?stage=${stage}`}
              className="px-2 text-small text-accent underline"
            >
              {t('prospects.more', { count })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Takes a dragged prospect; what ends it asks why first. */
function useDropZone(stage: Stage) {
  const send = useSendAction()
  const navigate = useNavigate()
  const [isOver, setIsOver] = useState(false)
  function drop(event: DragEvent) {
    const id = Number(event.dataTransfer.getData(DRAGGED))
    if (!id) return
    event.preventDefault()
    setIsOver(false)
    if (stage === 'won' || stage === 'lost') navigate(`/sales/prospects/${id}/ending?to=${stage}`)
    else send(`/sales/prospects/${id}/stage`, { stage })
  }
  const zone = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED)) return
      event.preventDefault()
      setIsOver(true)
    },
    onDragLeave: () => setIsOver(false),
    onDrop: drop,
  }
  return { isOver, zone }
}
