import { Link, useLocation } from '@remix-run/react'
import { Ellipsis, SmilePlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { mayChange } from '#app/domain/message-actions/may-change.ts'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Menu } from '../menu.tsx'
import { ActionForm, useSendAction } from './action-form.tsx'
import { compose } from './compose-keys.ts'
import type { BubbleContext } from './message-bubble.tsx'
import { toLine } from './preview-text.ts'
import { TranslateChoice } from './translation.tsx'

const EmojiPicker = lazy(() => import('../emoji/picker.tsx'))

/** The reactions that both WhatsApp and Telegram take. */
const REACTIONS = ['👍', '❤️', '😁', '🎉', '🙏', '👏']

const item =
  'flex w-full items-center rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** What can be done to one message: quote it, react, change or delete it where the channel allows. */
export function MessageMenu(props: {
  message: ThreadMessage
  author: string
  context: BubbleContext
  onEdit: () => void
}) {
  const { message, author, context, onEdit } = props
  const { conversationId, meId, seesAll, channel, canReact } = context
  const t = useT()
  const toHere = useHere()
  const rules = channelRules[channel as ChannelKind]
  const path = `/conversations/${conversationId}/messages/${message.id}`
  const isOurs = message.direction === 'outbound'
  const may = (maxMs: number | null) =>
    message.isNamed && mayChange({ id: meId, seesAll }, message, maxMs)
  if (message.deletedAt !== null || message.type === 'system') return null
  return (
    <div
      className={`absolute top-1 ${isOurs ? 'right-full mr-1' : 'left-full ml-1'} opacity-0 group-hover/bubble:opacity-100 has-[:focus-visible,[open]]:opacity-100 noscript:opacity-100 pointer-coarse:opacity-100`}
    >
      <Menu
        label={t('composer.messageMenu', { name: author })}
        look={{ size: 'small' }}
        placement="below-start"
        trigger={<Ellipsis className="size-4" aria-hidden />}
      >
        <Choice
          to={toHere('reply', message.id, 'composer')}
          onChoose={() =>
            compose('reply', { quoted: { id: message.id, author, text: toLine(t, message) } })
          }
        >
          {t('composer.quote')}
        </Choice>
        <TranslateChoice
          {...{ message, conversationId, className: item }}
          isOffered={context.canTranslate}
        />
        {!isOurs && rules.canReact && canReact && message.isNamed && (
          <Reactions message={message} path={path} only={rules.reactions} />
        )}
        {message.type === 'text' && may(rules.editMaxMs) && (
          <Choice to={toHere('edit', message.id, `message-${message.id}`)} onChoose={onEdit}>
            {t('composer.editMessage')}
          </Choice>
        )}
        {may(rules.removeMaxMs) && <Removal path={path} />}
      </Menu>
    </div>
  )
}

/** An address of this very page that asks for something; a script does it without going there. */
function useHere() {
  const { pathname, search } = useLocation()
  return (name: string, id: number, place: string) => {
    const params = new URLSearchParams(search)
    params.set(name, String(id))
    return `${pathname}?${params.toString()}#${place}`
  }
}

function Choice(props: { to: string; onChoose: () => void; children: ReactNode }) {
  const { to, onChoose, children } = props
  function onClick(event: MouseEvent) {
    event.preventDefault()
    onChoose()
  }
  return (
    <Link to={to} onClick={onClick} className={item}>
      {children}
    </Link>
  )
}

/** Asks first: what is deleted is gone on both sides. */
function Removal({ path }: { path: string }) {
  const t = useT()
  return (
    <details>
      <summary data-menu-item className={`${item} text-bad`}>
        {t('composer.removeMessage')}…
      </summary>
      <ActionForm action={`${path}/removal`} className="w-60 p-2.5 pt-1">
        <p className="mb-2 text-small text-soft">{t('thread.removeAsk')}</p>
        <Button type="submit" size="small" variant="danger" wide>
          {t('thread.removeConfirm')}
        </Button>
      </ActionForm>
    </details>
  )
}

function Reactions(props: { message: ThreadMessage; path: string; only?: readonly string[] }) {
  const { message, path, only } = props
  const t = useT()
  const send = useSendAction()
  const [isAll, setAll] = useState(false)
  const own = message.reactions.find((reaction) => reaction.byKind === 'member')?.emoji
  if (isAll)
    return (
      <Suspense fallback={<span className="spinner m-4" />}>
        <EmojiPicker
          only={only}
          onPick={(emoji, from) => {
            send(`${path}/reaction`, { emoji })
            from.closest('details')?.removeAttribute('open')
            setAll(false)
          }}
        />
      </Suspense>
    )
  return (
    <ActionForm action={`${path}/reaction`} className="my-1 flex gap-0.5 border-y py-1">
      {REACTIONS.map((emoji) => (
        <button
          key={emoji}
          type="submit"
          name="emoji"
          value={emoji === own ? '' : emoji}
          aria-pressed={emoji === own}
          aria-label={t('composer.react', { emoji })}
          className={reaction}
        >
          <span aria-hidden>{emoji}</span>
        </button>
      ))}
      <button
        type="button"
        onClick={() => setAll(true)}
        aria-label={t('thread.reactMore')}
        title={t('thread.reactMore')}
        className={`${reaction} text-faint noscript:hidden`}
      >
        <SmilePlus className="size-4" aria-hidden />
      </button>
    </ActionForm>
  )
}

const reaction =
  'grid size-8 place-items-center rounded-sm hover:bg-hover aria-pressed:bg-accent-soft pointer-coarse:size-10'
