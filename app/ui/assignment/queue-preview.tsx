import { UserRoundPlus, X } from 'lucide-react'
import { AuthorIcon, useAuthorWord } from '../inbox/author-sign.tsx'
import { toLine, toName } from '../inbox/preview-text.ts'
import { useReasonText } from '../inbox/reason-text.ts'
import { LinkButton } from '../button.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Time } from '../time.tsx'
import { TakeButton } from './queue-row.tsx'
import type { QueuePreview } from './shown.ts'

/** The last messages of one conversation; looking at them marks nothing as read. */
export function QueuePreviewPane(props: {
  preview: QueuePreview
  me: { id: number; canAssign: boolean; canReply: boolean }
  closeTo: string
  assignTo: string
  returnTo: string
}) {
  const { preview, me, closeTo, assignTo, returnTo } = props
  const t = useT()
  const toReason = useReasonText()
  const name = toName(t, { name: preview.contactName, phone: preview.contactPhone })
  return (
    <section
      aria-label={t('assignment.previewOf', { name })}
      className="flex max-h-[calc(100dvh-4rem)] flex-col rounded-md border bg-surface lg:sticky lg:top-8"
    >
      <header className="flex items-center gap-2 border-b py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">{name}</h2>
          <p className="truncate text-small text-faint">{preview.endpointName}</p>
        </div>
        <LinkButton
          to={closeTo}
          variant="quiet"
          preventScrollReset
          aria-label={t('assignment.closePreview')}
          icon={<X className="size-4" aria-hidden />}
        />
      </header>
      {preview.reason && (
        <Notice tone="warn" look="bar">
          {toReason(preview.reason)}
        </Notice>
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      <ol
        className="flex min-h-24 flex-1 flex-col gap-3 overflow-y-auto px-4 py-4"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        {preview.messages.map((message) => (
          <Line key={message.id} message={message} name={name} />
        ))}
      </ol>
      <footer className="flex flex-wrap items-center gap-2 border-t px-4 py-3">
        <p className="w-full text-small text-faint">{t('assignment.previewLead')}</p>
        {me.canReply && preview.isFree && (
          <TakeButton id={preview.id} name={name} meId={me.id} returnTo={returnTo} />
        )}
        {me.canAssign && (
          <LinkButton
            to={assignTo}
            size="small"
            preventScrollReset
            icon={<UserRoundPlus className="size-3.5" aria-hidden />}
          >
            {t('assignment.assign')}
          </LinkButton>
        )}
        <LinkButton to={`/conversations/${preview.id}`} size="small" variant="quiet">
          {t('assignment.open')}
        </LinkButton>
      </footer>
    </section>
  )
}

function Line(props: { message: QueuePreview['messages'][number]; name: string }) {
  const { message, name } = props
  const t = useT()
  const authorWord = useAuthorWord()
  const author =
    message.authorKind === 'contact' ? name : authorWord(message.authorKind, message.authorName)
  return (
    <li className={classes('flex flex-col gap-0.5', !message.isInbound && 'items-end text-right')}>
      <p className="flex items-center gap-1 text-small text-faint">
        <AuthorIcon kind={message.authorKind} className="size-3 shrink-0" />
        {author} · <Time at={message.at} as="row" />
      </p>
      <p
        className={classes(
          'max-w-[90%] rounded-lg px-3 py-1.5 text-left break-words whitespace-pre-wrap',
          message.isInbound ? 'bg-sunken' : 'bg-accent-soft text-accent-ink',
        )}
      >
        {message.isDeleted || !message.text ? <em>{toLine(t, message)}</em> : message.text}
      </p>
    </li>
  )
}
