import type { ReactNode } from 'react'
import { Card } from '../card.tsx'

/** What became of money, in one picture, a line and a few words. */
export function Panel(props: {
  icon: ReactNode
  tone?: string
  title: string
  actions: ReactNode
  children: ReactNode
}) {
  return (
    <Card footer={props.actions}>
      <div className="flex flex-col items-center gap-2 py-4 text-center">
        <span
          className={`mb-2 grid size-12 place-items-center rounded-full [&>svg]:size-6 ${props.tone ?? 'bg-accent-soft text-accent-ink'}`}
        >
          {props.icon}
        </span>
        <h2 className="text-title font-semibold">{props.title}</h2>
        <p className="max-w-md text-soft text-pretty">{props.children}</p>
      </div>
    </Card>
  )
}
