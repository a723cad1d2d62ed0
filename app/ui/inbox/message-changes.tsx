import { CircleAlert } from 'lucide-react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { ActionForm } from './action-form.tsx'
import { useAuthorWord } from './author-sign.tsx'
import type { BubbleContext } from './message-bubble.tsx'

/** That a message was changed, and what it said before. */
export function EarlierWordings({ message }: { message: ThreadMessage }) {
  const t = useT()
  if (message.editedAt === null || message.deletedAt !== null) return null
  if (message.edits.length === 0) return <span className="mr-auto">{t('inbox.edited')}</span>
  return (
    <details className="mr-auto">
      <summary className="inline-flex min-h-6 items-center rounded-sm hover:underline">
        {t('inbox.edited')}
      </summary>
      <ol className="flex flex-col gap-1 pb-1">
        {message.edits.map((edit, index) => (
          <li key={index}>
            <p>
              {t('inbox.editedEarlier')} · <Time at={edit.at} as="clock" />
              {edit.byName && ` · ${t('thread.earlierBy', { name: edit.byName })}`}
            </p>
            <p className="whitespace-pre-wrap text-soft">{edit.previousText}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What people put on a message; the company's own can be taken back. */
export function MessageReactions(props: { message: ThreadMessage; context: BubbleContext }) {
  const { message, context } = props
  const t = useT()
  const word = useAuthorWord()
  if (message.reactions.length === 0) return null
  const look = 'h-6 rounded-full border bg-surface px-1.5 text-body [font-variant-emoji:emoji]'
  return (
    <ul className="relative -mt-1.5 flex gap-1 px-2">
      {message.reactions.map(({ emoji, byKind }) => {
        const name = byKind === 'contact' ? context.contactName : word(byKind)
        const label = t('inbox.reactionBy', { emoji, name })
        return (
          <li key={emoji + byKind} title={label}>
            {byKind === 'member' && context.canReact ? (
              <ActionForm
                action={`/conversations/${context.conversationId}/messages/${message.id}/reaction`}
                fields={{ emoji: '' }}
              >
                <button
                  type="submit"
                  title={t('thread.reactionDrop', { emoji })}
                  className={`${look} block hover:bg-hover`}
                >
                  <span aria-hidden>{emoji}</span>
                  <span className="sr-only">
                    {label}. {t('thread.reactionDrop', { emoji })}
                  </span>
                </button>
              </ActionForm>
            ) : (
              <span className={`${look} block`}>
                <span aria-hidden>{emoji}</span>
                <span className="sr-only">{label}</span>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A change that the channel did not take is said at the message it was for. */
export function ChangeTrouble({ message }: { message: ThreadMessage }) {
  const t = useT()
  if (message.changeFailed === null) return null
  return (
    <p className="mt-1 flex items-center gap-1.5 text-small text-bad">
      <CircleAlert className="size-3.5 shrink-0" aria-hidden />
      {t(`thread.failed.${message.changeFailed}`)}
    </p>
  )
}
