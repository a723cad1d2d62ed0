import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ThreadItem } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'
import type { BubbleContext } from './message-bubble.tsx'
import { MessageList } from './thread-islands.ts'
import { TypingLine } from './typing.tsx'
import { useJump } from './use-jump.ts'

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
        <MessageList items={items} now={now} context={context} />
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
