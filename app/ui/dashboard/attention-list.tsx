import type { ReactNode } from 'react'
import { CircleCheck, Cable, RotateCcw, Wallet } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Link } from '@remix-run/react'
import type { ChannelName } from '../channel-icon.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import { WaitingRow } from './waiting-row.tsx'

type Attention = {
  waiting: {
    id: number
    name: string
    phone: string | null
    channel: string
    reason: string | null
    since: number
  }[]
  endpoints: { id: number; name: string; reason: string | null }[]
  failedJobs: number
  isBudgetUsedUp: boolean
}

/** What should not wait: what stops everybody first, then the people, the longest first. */
export function AttentionList({ attention, waiting }: { attention: Attention; waiting: number }) {
  const t = useT()
  const { endpoints, failedJobs, isBudgetUsedUp } = attention
  const hasMore = waiting > attention.waiting.length
  const isQuiet = waiting + endpoints.length + failedJobs === 0 && !isBudgetUsedUp
  return (
    <Card title={t('dashboard.attention')} description={t('dashboard.attentionLead')} flush>
      {isQuiet ? (
        <div className="border-t">
          <EmptyState compact icon={<CircleCheck aria-hidden />} title={t('dashboard.nothing')}>
            {t('dashboard.nothingLead')}
          </EmptyState>
        </div>
      ) : (
        <ul className="border-t">
          {endpoints.map(({ id, name, reason }) => (
            <Problem
              key={id}
              to={`/channels/${id}`}
              icon={Cable}
              title={t('dashboard.endpointBroken', { name })}
            >
              {reason ?? t('dashboard.endpointBrokenHelp')}
            </Problem>
          ))}
          {isBudgetUsedUp && (
            <Problem to="/settings/assistant" icon={Wallet} title={t('dashboard.budget')}>
              {t('dashboard.budgetHelp')}
            </Problem>
          )}
          {failedJobs > 0 && (
            <Problem
              to="/settings/failed-jobs"
              icon={RotateCcw}
              title={t('dashboard.failedJobs', { count: failedJobs })}
            >
              {t('dashboard.failedJobsHelp')}
            </Problem>
          )}
          {attention.waiting.map((row) => (
            <WaitingRow key={row.id} row={{ ...row, channel: row.channel as ChannelName }} />
          ))}
        </ul>
      )}
      {hasMore && (
        <p className="border-t px-4 py-3 sm:px-5">
          <Link
            to="/conversations?needs=person"
            className="font-medium text-accent-ink hover:underline"
          >
            {t('dashboard.seeAllWaiting')}
          </Link>
        </p>
      )}
    </Card>
  )
}

function Problem(props: { to: string; icon: LucideIcon; title: string; children: ReactNode }) {
  const { to, icon: Icon, title, children } = props
  return (
    <li className="border-b last:border-b-0">
      <Link to={to} prefetch="intent" className="flex gap-3 px-4 py-3 hover:bg-hover sm:px-5">
        <span className="grid size-8 shrink-0 place-items-center rounded-md bg-warn-soft text-warn">
          <Icon className="size-4" aria-hidden />
        </span>
        <span className="min-w-0">
          <span className="block font-medium">{title}</span>
          <span className="block text-soft">{children}</span>
        </span>
      </Link>
    </li>
  )
}
