import type { ComponentProps } from 'react'
import { Link } from '@remix-run/react'
import { CalendarCheck, MessagesSquare } from 'lucide-react'
import type { ChosenPeriod } from '#app/domain/analytics/period.ts'
import type { Figure } from '#app/domain/analytics/report.ts'
import { Card } from '../card.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { PeriodBar } from '../reports/period-bar.tsx'
import { Definitions, FigureGrid } from '../reports/report-view.tsx'
import { ScoreBadge } from '../score-badge.tsx'
import type { ScoreColor } from '../score-badge.tsx'
import { EmptyState } from '../states.tsx'
import { Time } from '../time.tsx'
import { AttentionList } from './attention-list.tsx'
import { NowFigures } from './now-figures.tsx'

type Task = { id: number; title: string; dueAt: number; conversationId: number | null }
type Recent = {
  id: number
  name: string
  phone: string | null
  channel: string
  at: number
  score: number
  scoreColor: ScoreColor
}

/** A person's own day: what they have, what is due, what they did. */
export function OwnDashboard(props: {
  own: {
    figures: Figure[]
    rank: { place: number; of: number } | undefined
    chosen: ChosenPeriod
  }
  waiting: { needsPerson: number; queued: number }
  colors: Record<ScoreColor, number>
  tasks: Task[]
  recent: Recent[]
  attention: ComponentProps<typeof AttentionList>['attention']
}) {
  const { own, waiting, colors, tasks, recent, attention } = props
  const t = useT()
  return (
    <>
      <NowFigures waiting={waiting} colors={colors} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <TaskCard tasks={tasks} />
        <RecentCard rows={recent} />
      </div>
      <AttentionList attention={attention} waiting={waiting.needsPerson} />
      <h2 className="-mb-2 font-semibold">{t('dashboard.own')}</h2>
      <PeriodBar chosen={own.chosen} />
      {own.rank && <p className="text-soft">{t('dashboard.rank', own.rank)}</p>}
      <FigureGrid figures={own.figures} />
      <Definitions content={{ figures: own.figures, tables: [] }} />
    </>
  )
}

function TaskCard({ tasks }: { tasks: Task[] }) {
  const t = useT()
  return (
    <Card
      title={t('dashboard.tasks')}
      flush
      actions={
        <Link to="/today" className="rounded-sm font-medium text-accent hover:underline">
          {t('tasks.title')}
        </Link>
      }
    >
      {tasks.length === 0 ? (
        <div className="border-t">
          <EmptyState
            compact
            icon={<CalendarCheck aria-hidden />}
            title={t('dashboard.tasksNone')}
          />
        </div>
      ) : (
        <ul className="border-t">
          {tasks.map(({ id, title, dueAt, conversationId }) => (
            <li
              key={id}
              className="flex justify-between gap-3 border-b px-4 py-3 last:border-b-0 sm:px-5"
            >
              {conversationId ? (
                <Link to={`/conversations/${conversationId}`} className="min-w-0 hover:underline">
                  {title}
                </Link>
              ) : (
                <span className="min-w-0">{title}</span>
              )}
              <Time at={dueAt} className="shrink-0 text-small text-faint" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function RecentCard({ rows }: { rows: Recent[] }) {
  const t = useT()
  return (
    <Card title={t('dashboard.recent')} flush>
      {rows.length === 0 ? (
        <div className="border-t">
          <EmptyState
            compact
            icon={<MessagesSquare aria-hidden />}
            title={t('dashboard.recentNone')}
          />
        </div>
      ) : (
        <ul className="border-t">
          {rows.map(({ id, name, phone, channel, at, score, scoreColor }) => (
            <li key={id} className="border-b last:border-b-0">
              <Link
                to={`/conversations/${id}`}
                prefetch="intent"
                className="flex items-center gap-2 px-4 py-3 hover:bg-hover sm:px-5"
              >
                <span className="truncate font-medium">
                  {name || phone || t('contacts.unnamed')}
                </span>
                <ChannelIcon channel={channel as ChannelName} className="size-3.5" />
                <ScoreBadge score={score} color={scoreColor} compact />
                <Time at={at} className="ml-auto shrink-0 text-small text-faint" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
