import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { useToast } from '../toast.tsx'
import { ActionForm } from './action-form.tsx'
import { compose } from './compose-keys.ts'
import { draftKeeper } from './draft-keeper.ts'
import { outbox } from './outbox.ts'
import { onActionEnd } from './send-action.ts'

/** For a few seconds whoever sent it may take it back. */
export function UndoSend(props: { message: ThreadMessage; conversationId: number }) {
  const { message, conversationId } = props
  const t = useT()
  const isHeld = useHeld(message)
  if (!isHeld) return null
  return (
    <div className="mt-1 flex justify-end">
      <ActionForm action={`/conversations/${conversationId}/messages/${message.id}/undo`}>
        <Button
          type="submit"
          size="small"
          data-shortcut="undo"
          title={`${t('composer.undoHelp')} (Z)`}
          icon={<Undo2 className="size-3.5" aria-hidden />}
        >
          {t('composer.undo')}
        </Button>
      </ActionForm>
    </div>
  )
}

/** Counts from when the page got the message, so that the clocks need not agree. */
function useHeld({ id, heldMs }: ThreadMessage): boolean {
  const [over, setOver] = useState<number>()
  useEffect(() => {
    if (heldMs === 0) return
    const timer = setTimeout(() => setOver(id), heldMs)
    return () => clearTimeout(timer)
  }, [id, heldMs])
  return heldMs > 0 && over !== id
}

/** What was taken back stands in the field again, above what was typed meanwhile. */
export function useUndone(place: { memberId: number; conversationId: number }) {
  const { memberId, conversationId } = place
  const t = useT()
  const toast = useToast()
  useEffect(
    () =>
      onActionEnd(({ path, result }) => {
        const [, id, messageId] = /^\/conversations\/(\d+)\/messages\/(\d+)\/undo$/.exec(path) ?? []
        if (Number(id) !== conversationId || !result.ok) return
        const typed = draftKeeper.read(
          { memberId, conversationId, mode: 'reply' },
          { text: '', asOf: 0 },
        )
        const files = outbox.filesOf(Number(messageId))
        compose('reply', { text: [result.text, typed].filter(Boolean).join('\n'), files })
        const isWhole = (result.fileCount ?? 0) === files.length
        toast({ text: t(isWhole ? 'composer.undone' : 'inbox.filesNotKept') })
      }),
    [memberId, conversationId, t, toast],
  )
}
