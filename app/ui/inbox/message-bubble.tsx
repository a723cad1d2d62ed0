import { useLocation } from '@remix-run/react'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { Button } from '../button.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { ActionForm } from './action-form.tsx'
import { AnswerSources } from './answer-sources.tsx'
import { AuthorIcon, useAuthorWord } from './author-sign.tsx'
import { BubbleFrame } from './bubble-frame.tsx'
import { DeliveryMark } from './delivery-mark.tsx'
import { LinkCards } from './link-cards.tsx'
import { ChangeTrouble, EarlierWordings, MessageReactions } from './message-changes.tsx'
import { MessageExtras } from './message-extras.tsx'
import { MessageMedia } from './message-media.tsx'
import { MessageMenu } from './message-menu.tsx'
import { MessageQuote } from './message-quote.tsx'
import { MessageText } from './message-text.tsx'
import { isTranslatable, Translation } from './translation.tsx'
import { UndoSend } from './message-undo.tsx'
import { MessageWording } from './message-wording.tsx'

const looks = {
  contact: 'bg-surface border',
  member: 'bg-accent-soft border border-transparent',
  ai: 'bg-ai-soft border border-transparent',
  phone: 'bg-sunken border border-transparent',
  system: 'bg-sunken border border-transparent',
}

export type BubbleContext = {
  conversationId: number
  /** who looks at it */
  meId: number
  contactName: string
  channel: string
  canReply: boolean
  canTranslate: boolean
  /** what this page is about may still be sent */
  canRetry: boolean
  seesAll: boolean
  /** the reply window is open: the customer's messages may get a reaction */
  canReact: boolean
  /** the message that a page without a script was asked to change */
  editing: { id: number; text?: string; reason?: string } | undefined
}

/** One message with all that hangs on it. `isFirst`: the one before was by somebody else. */
export function MessageBubble(props: {
  message: ThreadMessage
  isFirst: boolean
  context: BubbleContext
}) {
  const { message, isFirst, context } = props
  const word = useAuthorWord()
  const [isEditing, setEditing] = useState(context.editing?.id === message.id)
  const { authorKind, direction, answer } = message
  const isOurs = direction === 'outbound'
  const author =
    authorKind === 'contact'
      ? context.contactName
      : word(authorKind, message.authorName, answer?.writer)
  return (
    <BubbleFrame isOurs={isOurs} isFirst={isFirst} id={`message-${message.id}`}>
      {isFirst && (
        <p className="mb-1 flex items-center gap-1.5 text-small font-medium text-soft">
          <AuthorIcon kind={authorKind} />
          {author}
        </p>
      )}
      {!isFirst && <p className="sr-only">{author}</p>}
      <div className={classes('relative flex max-w-full flex-col', isOurs && 'items-end')}>
        <div className={classes('max-w-full rounded-lg px-3 py-2', looks[authorKind])}>
          <MessageQuote message={message} contactName={context.contactName} />
          {isEditing ? (
            <Wording message={message} context={context} onEnd={() => setEditing(false)} />
          ) : (
            <Content message={message} from={author} />
          )}
          {isTranslatable(message) && !isEditing && (
            <Translation message={message} conversationId={context.conversationId} />
          )}
          <MetaLine message={message} />
        </div>
        {context.canRetry && !isEditing && (
          <MessageMenu {...{ message, author, context }} onEdit={() => setEditing(true)} />
        )}
      </div>
      <MessageReactions message={message} context={context} />
      <ChangeTrouble message={message} />
      <Trouble message={message} context={context} />
      {message.authorMemberId === context.meId && (
        <UndoSend message={message} conversationId={context.conversationId} />
      )}
      {answer && message.deletedAt === null && <AnswerSources answer={answer} />}
    </BubbleFrame>
  )
}

function Content({ message, from }: { message: ThreadMessage; from: string }) {
  const t = useT()
  const { text, type, media, deletedAt } = message
  if (deletedAt !== null) return <p className="text-faint italic">{t('inbox.deleted')}</p>
  const isWordless = !text && media.length === 0
  return (
    <div className="flex flex-col gap-1.5">
      {media.length > 0 && <MessageMedia media={media} from={from} />}
      {text && type !== 'contacts' && <MessageText text={text} />}
      <MessageExtras message={message} />
      {message.links.length > 0 && <LinkCards links={message.links} />}
      {isWordless && (type === 'unsupported' || type === 'system') && (
        <p className="text-faint italic">{t(`inbox.type.${type}`)}</p>
      )}
    </div>
  )
}

function MetaLine({ message }: { message: ThreadMessage }) {
  const t = useT()
  const { at, status, playedAt, direction } = message
  return (
    <div className="mt-1 flex items-center justify-end gap-1.5 text-small text-faint">
      <EarlierWordings message={message} />
      {message.removalRequestedAt !== null && <span>{t('composer.beingRemoved')}</span>}
      <Time at={at} as="clock" />
      {direction === 'outbound' && <DeliveryMark status={status} isPlayed={playedAt !== null} />}
    </div>
  )
}

function Wording(props: { message: ThreadMessage; context: BubbleContext; onEnd: () => void }) {
  const { message, context, onEnd } = props
  const { search } = useLocation()
  const { conversationId, editing } = context
  const given = editing?.id === message.id ? editing : undefined
  return (
    <MessageWording
      path={`/conversations/${conversationId}/messages/${message.id}`}
      text={given?.text ?? message.text ?? ''}
      refusal={given?.reason}
      onEnd={onEnd}
      returnTo={`/conversations/${conversationId}${search}`}
    />
  )
}

/** A message that did not arrive says why in words, and offers the way on. */
function Trouble({ message, context }: { message: ThreadMessage; context: BubbleContext }) {
  const t = useT()
  const { status, failureReason } = message
  if (status !== 'failed' && status !== 'unconfirmed') return null
  const isFailed = status === 'failed'
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-2 text-small">
      <p className="text-bad">
        {isFailed
          ? t('inbox.failedBecause', { reason: failureReason ?? t('inbox.failedUnknown') })
          : t('inbox.unconfirmedHelp')}
      </p>
      {context.canRetry && (
        <ActionForm
          action={`/conversations/${context.conversationId}/messages/${message.id}/retry`}
        >
          <Button type="submit" size="small" icon={<RotateCw className="size-3.5" aria-hidden />}>
            {t(isFailed ? 'inbox.retry' : 'inbox.sendAgain')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}
