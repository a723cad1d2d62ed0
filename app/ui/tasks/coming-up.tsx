import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { LeadAction, ReturningRow } from '#app/domain/tasks/shown.ts'
import { Card } from '../card.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Time } from '../time.tsx'

/** What comes by itself: conversations put aside, and what was planned with leads. */
export function ComingUp(props: { returning: ReturningRow[]; leadActions: LeadAction[] }) {
  const { returning, leadActions } = props
  const t = useT()
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={t('tasks.returning')} flush>
        <Rows empty={t('tasks.returningNone')}>
          {returning.map((row) => (
            <Row
              key={row.id}
              to={`/conversations/${row.id}`}
              title={toName(t, { name: row.contactName, phone: row.contactPhone })}
              mark={<ChannelIcon channel={row.channel as ChannelName} className="size-4" />}
              at={row.at}
            />
          ))}
        </Rows>
      </Card>
      <Card title={t('tasks.leadActions')} flush>
        <Rows empty={t('tasks.leadActionsNone')}>
          {leadActions.map((row) => (
            <Row
              key={row.id}
              to={`/leads/${row.id}`}
              title={row.nextAction || row.title || t('tasks.ofLead')}
              aside={toName(t, { name: row.contactName, phone: row.contactPhone })}
              at={row.dueAt}
            />
          ))}
        </Rows>
      </Card>
    </div>
  )
}

function Rows({ empty, children }: { empty: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="border-t px-4 py-4 text-soft sm:px-5">{empty}</p>
  return <ul className="border-t">{children}</ul>
}

function Row(props: {
  to: string
  title: string
  aside?: string
  mark?: ReactNode
  at: number | null
}) {
  const { to, title, aside, mark, at } = props
  return (
    <li className="border-b last:border-b-0">
      <Link
        to={to}
        prefetch="intent"
        className="flex items-center gap-2.5 px-4 py-3 hover:bg-hover sm:px-5"
      >
        {mark}
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{title}</span>
          {aside && <span className="block truncate text-small text-faint">{aside}</span>}
        </span>
        {at !== null && <Time at={at} as="moment" className="shrink-0 text-small text-faint" />}
      </Link>
    </li>
  )
}
