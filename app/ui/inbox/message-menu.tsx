import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Menu } from '../menu.tsx'
import { ActionForm } from './action-form.tsx'
import { compose } from './compose-keys.ts'
import { TranslateChoice } from './translation.tsx'

/** The reactions that both WhatsApp and Telegram take. */
const REACTIONS = ['👍', '❤', '😁', '🎉', '🙏', '👏']

const item =
  'flex w-full items-center rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** What can be done to one message: quote it, react, change or delete it where the channel allows. */
export function MessageMenu(props: {
  message: ThreadMessage
  author: string
  conversationId: number
  meId: number
  channel: string
  canTranslate: boolean
}) {
  const { message, author, conversationId, meId, channel } = props
  const t = useT()
  const [isEditing, setEditing] = useState(false)
  const rules = channelRules[channel as ChannelKind]
  const { editMaxMs, removeMaxMs } = rules
  const path = `/conversations/${conversationId}/messages/${message.id}`
  const isOwn = message.authorMemberId === meId || message.authorKind === 'ai'
  const isOut = isOwn && ['sent', 'delivered', 'read'].includes(message.status)
  const isYoung = (maxMs: number | null) => maxMs !== null && Date.now() - message.at < maxMs
  if (message.deletedAt !== null || message.type === 'system') return null
  if (isEditing)
    return <Wording path={path} text={message.text ?? ''} onEnd={() => setEditing(false)} />
  const side = message.direction === 'outbound' ? 'right-full mr-1' : 'left-full ml-1'
  return (
    <div
      className={`absolute top-1 ${side} opacity-0 group-hover/bubble:opacity-100 has-[:focus-visible,[open]]:opacity-100 pointer-coarse:opacity-100 noscript:hidden`}
    >
      <Menu
        label={t('composer.messageMenu', { name: author })}
        look={{ size: 'small' }}
        placement="below-start"
        trigger={<Ellipsis className="size-4" aria-hidden />}
      >
        <Choice
          onClick={() => {
            const quoted = { id: message.id, author, text: message.text ?? '' }
            compose('reply', { quoted })
          }}
        >
          {t('composer.quote')}
        </Choice>
        <TranslateChoice
          {...{ message, conversationId, className: item }}
          isOffered={props.canTranslate}
        />
        {rules.canReact && <Reactions message={message} path={path} />}
        {isOut && message.type === 'text' && isYoung(editMaxMs) && (
          <Choice onClick={() => setEditing(true)}>{t('composer.editMessage')}</Choice>
        )}
        {isOut && isYoung(removeMaxMs) && (
          <ActionForm action={`${path}/removal`}>
            <button type="submit" className={`${item} text-bad`}>
              {t('composer.removeMessage')}
            </button>
          </ActionForm>
        )}
      </Menu>
    </div>
  )
}

function Choice({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={(event) => {
        event.currentTarget.closest('details')?.removeAttribute('open')
        onClick()
      }}
      className={item}
    >
      {children}
    </button>
  )
}

function Reactions({ message, path }: { message: ThreadMessage; path: string }) {
  const t = useT()
  const own = message.reactions.find((reaction) => reaction.byKind === 'member')?.emoji
  return (
    <ActionForm action={`${path}/reaction`} className="flex gap-0.5 border-y py-1">
      {REACTIONS.map((emoji) => (
        <button
          key={emoji}
          type="submit"
          name="emoji"
          value={emoji === own ? '' : emoji}
          aria-pressed={emoji === own}
          aria-label={t('composer.react', { emoji })}
          className="grid size-8 place-items-center rounded-sm hover:bg-hover aria-pressed:bg-accent-soft pointer-coarse:size-10"
        >
          <span aria-hidden>{emoji}</span>
        </button>
      ))}
    </ActionForm>
  )
}

function Wording({ path, text, onEnd }: { path: string; text: string; onEnd: () => void }) {
  const t = useT()
  return (
    <ActionForm
      action={`${path}/wording`}
      onSend={onEnd}
      className="mt-1 flex w-80 max-w-full flex-col gap-2"
    >
      <textarea
        name="text"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- asked for by the choice just made
        autoFocus
        aria-label={t('composer.words')}
        defaultValue={text}
        className="control field-sizing-content min-h-16 resize-y"
      />
      <div className="flex justify-end gap-1">
        <Button size="small" variant="quiet" onClick={onEnd}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" size="small">
          {t('common.save')}
        </Button>
      </div>
    </ActionForm>
  )
}
