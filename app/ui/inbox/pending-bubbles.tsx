import { Clock, CloudOff } from 'lucide-react'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { AuthorIcon } from './author-sign.tsx'
import { BubbleFrame } from './bubble-frame.tsx'
import { compose } from './compose-keys.ts'
import { MessageText } from './message-text.tsx'
import { useAnsweredText } from './others.tsx'
import { outbox } from './outbox.ts'
import type { Outgoing } from './outbox.ts'
import { useOutbox } from './use-outbox.ts'

/** Messages that have left the field and are not yet in the thread. */
export function PendingBubbles({ messages }: { messages: Outgoing[] }) {
  const t = useT()
  return messages.map((message) => (
    <BubbleFrame key={message.key} isOurs isFirst>
      <p className="mb-1 flex items-center gap-1.5 text-small font-medium text-soft">
        <AuthorIcon kind="member" />
        {t('inbox.you')}
      </p>
      <div className="rounded-lg border border-dashed border-accent/40 bg-accent-soft px-3 py-2">
        {message.text && <MessageText text={message.text} />}
        {message.fileNames.length > 0 && (
          <p className="text-soft">{message.fileNames.join(', ')}</p>
        )}
        {message.state === 'sending' && (
          <p className="mt-1 flex items-center justify-end gap-1.5 text-small text-faint">
            {t('inbox.pendingSending')}
            <Clock className="size-3.5" aria-hidden />
          </p>
        )}
      </div>
      {message.state === 'offline' && (
        <p className="mt-1 flex items-center gap-1.5 text-small text-warn">
          <CloudOff className="size-3.5 shrink-0" aria-hidden />
          {t('inbox.pendingOffline')}
        </p>
      )}
      {message.state === 'refused' && <Refused message={message} />}
    </BubbleFrame>
  ))
}

function Refused({ message }: { message: Outgoing }) {
  const t = useT()
  const errorText = useErrorText()
  const { transmit } = useOutbox()
  const isKept =
    outbox.formOf(message.key) !== undefined ||
    message.fileNames.length === (message.uploadIds?.length ?? 0)
  const answeredText = useAnsweredText()
  const { answered } = message
  const reason = isKept ? errorText(message.reason ?? 'unknown') : t('inbox.filesNotKept')
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-2 text-small" role="alert">
      {answered && isKept ? (
        <p className="font-medium text-warn">{answeredText(answered)}</p>
      ) : (
        <p className="text-bad">{t('inbox.pendingRefused', { reason })}</p>
      )}
      <Button size="small" variant="quiet" onClick={() => outbox.remove(message.key)}>
        {t('inbox.pendingDiscard')}
      </Button>
      <Button
        size="small"
        onClick={() => {
          compose('reply', { text: message.text, files: outbox.filesOfForm(message.key) })
          outbox.remove(message.key)
        }}
      >
        {t('inbox.pendingEdit')}
      </Button>
      {isKept && (
        <Button size="small" onClick={() => transmit(message)}>
          {t(answered ? 'thread.sendAnyway' : 'inbox.retry')}
        </Button>
      )}
    </div>
  )
}
