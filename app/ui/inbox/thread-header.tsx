import { Link } from '@remix-run/react'
import { Bot, ChevronLeft, PanelRight } from 'lucide-react'
import { Avatar } from '../avatar.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { ClockBadge } from './clock-badge.tsx'
import { useInboxAround } from './inbox-context.tsx'
import type { ThreadData } from './page-data.ts'
import { toName } from './preview-text.ts'
import { ThreadActions } from './thread-islands.ts'
import { useShownState } from './use-shown-state.ts'

/** Who one is talking to, who answers at present, and what can be done about it. */
export function ThreadHeader({ data, isPanelOpen }: { data: ThreadData; isPanelOpen: boolean }) {
  const t = useT()
  const { head, me } = data
  const { query } = useInboxAround()
  const name = toName(t, { name: head.contactName, phone: head.contactPhone })
  const pane = new URLSearchParams(query)
  if (!isPanelOpen) pane.set('pane', 'person')
  const toPane = `/conversations/${head.id}${pane.size > 0 ? `?${pane.toString()}` : ''}`
  const label = t(isPanelOpen ? 'inbox.personHide' : 'inbox.personShow')
  return (
    <header className="flex min-h-14 items-center gap-2 border-b bg-surface px-3 py-2 md:px-4">
      <Link
        to={isPanelOpen ? toPane : `/conversations${query}`}
        replace={isPanelOpen}
        aria-label={t(isPanelOpen ? 'inbox.personHide' : 'inbox.backToList')}
        className={`-ml-2 grid size-10 shrink-0 place-items-center rounded-md text-soft hover:bg-hover ${isPanelOpen ? 'xl:hidden' : 'md:hidden'}`}
      >
        <ChevronLeft className="size-5" aria-hidden />
      </Link>
      <span className="max-lg:hidden xl:max-[1400px]:hidden">
        <Avatar name={name} />
      </span>
      <div className="min-w-0 flex-1">
        <h2
          tabIndex={-1}
          data-thread-title
          className="truncate font-semibold outline-none focus-visible:underline"
        >
          {name}
        </h2>
        <p className="flex items-center gap-1.5 text-small text-faint">
          <ChannelIcon channel={head.channel as ChannelName} className="size-3.5" />
          <span className="flex min-w-12">
            <State data={data} />
          </span>
          <ClockBadge clock={head.clock} />
        </p>
      </div>
      {me.canReply && <ThreadActions data={data} name={name} />}
      <Link
        to={toPane}
        replace={isPanelOpen}
        preventScrollReset
        aria-label={label}
        title={label}
        className="grid size-9 shrink-0 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink xl:hidden pointer-coarse:size-10"
      >
        <PanelRight className="size-[1.125rem]" aria-hidden />
      </Link>
    </header>
  )
}

/** Who answers, in words. */
function State({ data }: { data: ThreadData }) {
  const t = useT()
  const { head, isAiOn } = data
  const { aiState, assigneeName, isCallAnswered } = useShownState(data)
  if (head.status === 'closed')
    return (
      <span className="truncate">
        {t('inbox.state.closed')} · {t(`inbox.outcome.${head.outcome}`)}
      </span>
    )
  if (head.needsPersonAt !== null && !isCallAnswered)
    return (
      <span className="truncate font-medium text-warn">
        {assigneeName
          ? t('inbox.state.waitsFor', { name: assigneeName })
          : t('inbox.state.needsPerson')}
      </span>
    )
  if (isAiOn && aiState === 'on')
    return (
      <span className="flex min-w-0 items-center gap-1 font-medium text-ai">
        <Bot className="size-3.5 shrink-0" aria-hidden />
        <span className="truncate">{t('inbox.state.ai')}</span>
      </span>
    )
  return (
    <span className="truncate">
      {assigneeName ? t('inbox.state.person', { name: assigneeName }) : t('inbox.state.people')}
    </span>
  )
}
