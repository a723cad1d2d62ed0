import { Form, Link } from '@remix-run/react'
import { ChevronLeft, Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { useInboxAround } from './inbox-context.tsx'
import type { ThreadData } from './page-data.ts'
import { toName } from './preview-text.ts'
import { PersonPane } from './thread-islands.ts'
import { Timeline } from './timeline.tsx'
import { useEarlier } from './use-earlier.ts'

/**
 * The conversation for who looks on: the same messages, and nothing that writes. What the page of
 * a participant tells by itself (read, typing, being there) is not in this one.
 */
export function WatchPage({ data }: { data: ThreadData }) {
  const { head, now, me } = data
  const t = useT()
  const { query } = useInboxAround()
  const { items, earlier } = useEarlier(data)
  const contactName = toName(t, { name: head.contactName, phone: head.contactPhone })
  const path = `/conversations/${head.id}/watch`
  return (
    <>
      <section
        aria-label={t('inbox.conversation', { name: contactName })}
        className="flex min-w-0 flex-1 flex-col"
      >
        <WatchHeader head={head} />
        <WatchBar head={head} query={query} />
        <Timeline
          key={head.id}
          items={items}
          now={now}
          context={{
            ...{ conversationId: head.id, contactName, canReply: false, meId: me.id },
            ...{ channel: head.channel, canTranslate: data.canTranslate, canRetry: false },
            ...{ seesAll: me.seesAll, canReact: false, editing: undefined },
          }}
          earlier={earlier && { ...earlier, to: `${path}?before=${earlier.cursor}` }}
          newerTo={data.isNewest ? undefined : path}
        />
      </section>
      <aside
        aria-label={t('inbox.person', { name: contactName })}
        className="hidden w-80 shrink-0 flex-col overflow-y-auto border-l xl:flex"
      >
        <PersonPane data={data} isWatched />
      </aside>
    </>
  )
}

/** Asked first, because that somebody looks on is written down. */
export function StartWatching({ head }: { head: ThreadData['head'] }) {
  const t = useT()
  const { query } = useInboxAround()
  const name = toName(t, { name: head.contactName, phone: head.contactPhone })
  const action = `/conversations/${head.id}/watch`
  return (
    <section className="flex min-w-0 flex-1 flex-col items-center justify-center gap-4 p-6 text-center">
      <span className="grid size-11 place-items-center rounded-lg border bg-surface text-faint">
        <Eye className="size-5" aria-hidden />
      </span>
      <h2 className="font-semibold">{t('watching.title', { name })}</h2>
      <p className="max-w-md text-soft text-pretty">{t('watching.lead')}</p>
      <Form method="post" action={action} className="flex flex-wrap justify-center gap-2">
        <LinkButton to={`/conversations${query}`}>{t('common.cancel')}</LinkButton>
        <SubmitButton action={action}>{t('watching.start')}</SubmitButton>
      </Form>
    </section>
  )
}

function WatchHeader({ head }: { head: ThreadData['head'] }): ReactNode {
  const t = useT()
  const { query } = useInboxAround()
  const name = toName(t, { name: head.contactName, phone: head.contactPhone })
  return (
    <header className="flex min-h-14 items-center gap-2 border-b bg-surface px-3 py-2 md:px-4">
      <Link
        to={`/conversations${query}`}
        aria-label={t('inbox.backToList')}
        className="-ml-2 grid size-10 shrink-0 place-items-center rounded-md text-soft hover:bg-hover md:hidden"
      >
        <ChevronLeft className="size-5" aria-hidden />
      </Link>
      <div className="min-w-0">
        <h2 tabIndex={-1} className="truncate font-semibold outline-none">
          {name}
        </h2>
        <p className="truncate text-small text-faint">
          {head.assigneeName
            ? t('watching.answers', { name: head.assigneeName })
            : t('watching.nobody')}
        </p>
      </div>
    </header>
  )
}

function WatchBar({ head, query }: { head: ThreadData['head']; query: string }) {
  const t = useT()
  const action = `/conversations/${head.id}/intervention`
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-warn-soft px-4 py-2.5 text-warn">
      <Eye className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1 basis-56 font-medium">{t('watching.on')}</p>
      <div className="flex gap-2">
        <LinkButton to={`/conversations${query}`} size="small">
          {t('watching.leave')}
        </LinkButton>
        {head.status !== 'closed' && (
          <Form method="post" action={action}>
            <SubmitButton size="small" action={action} title={t('watching.stepInHelp')}>
              {t('watching.stepIn')}
            </SubmitButton>
          </Form>
        )}
      </div>
    </div>
  )
}
