import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useSendAction } from './action-form.tsx'
import { textOf } from './form-text.ts'
import { useLive } from './live.tsx'
import { outbox } from './outbox.ts'
import type { Outgoing } from './outbox.ts'
import { onActionEnd } from './send-action.ts'

const RESEND_EVERY_MS = 5_000
/** After this long without an answer it is asked again; the key keeps it one message. */
const ANSWER_MAX_MS = 20_000
const NONE: Outgoing[] = []

/** Messages on their way, and the ways to send, send again and drop one. */
export function useOutbox() {
  const all = useSyncExternalStore(outbox.subscribe, outbox.list, () => NONE)
  const sendAction = useSendAction()
  const transmit = useCallback(
    (message: Outgoing) => {
      outbox.change(message.key, { state: 'sending', sentAt: Date.now(), reason: undefined })
      const form = outbox.formOf(message.key) ?? toForm(message)
      if (message.answered) form.set('confirmedId', String(message.answered.messageId))
      sendAction(`/conversations/${message.conversationId}/messages`, form, message.key)
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- submit is new at every render and the same in effect
    [],
  )
  return { all, transmit }
}

/** Puts a filled form on its way. @returns its key */
export function toOutgoing(conversationId: number, form: FormData): Outgoing {
  const key = crypto.randomUUID()
  form.set('sendKey', key)
  form.delete('returnTo')
  const files = form.getAll('files').filter((entry) => entry instanceof File && entry.size > 0)
  return {
    ...{ key, conversationId, at: Date.now(), state: 'sending' },
    text: textOf(form, 'preview') || textOf(form, 'text'),
    replyToId: Number(form.get('replyToId')) || undefined,
    seenId: Number(form.get('seenId')) || undefined,
    fileNames: [
      ...files.map((file) => (file as File).name),
      ...[...form.getAll('cannedFileName'), ...form.getAll('uploadName')].map(String),
    ],
    uploadIds: form.getAll('uploadId').map(Number),
  }
}

/** Keeps the outbox moving; mounted once, around the whole inbox. */
export function useOutboxRun(memberId: number) {
  const { transmit } = useOutbox()
  const { isConnected } = useLive()
  useEffect(() => outbox.restore(memberId), [memberId])
  useEffect(
    () =>
      onActionEnd(({ path, form, result }) => {
        if (!path.endsWith('/messages')) return
        const key = textOf(form, 'sendKey')
        if (result.ok) return outbox.change(key, { messageId: result.messageId ?? -1 })
        const { reason, answered } = result
        const state = reason === 'offline' ? 'offline' : 'refused'
        outbox.change(key, { state, reason, answered })
      }),
    [],
  )
  useEffect(() => {
    if (!isConnected) return
    const resend = () => {
      for (const message of outbox.list()) if (isStuck(message)) transmit(message)
    }
    resend()
    const timer = setInterval(resend, RESEND_EVERY_MS)
    return () => clearInterval(timer)
  }, [isConnected, transmit])
}

function isStuck({ state, messageId, sentAt = 0 }: Outgoing): boolean {
  if (messageId !== undefined) return false
  return state === 'offline' || (state === 'sending' && Date.now() - sentAt > ANSWER_MAX_MS)
}

function toForm(message: Outgoing): FormData {
  const form = new FormData()
  form.set('text', message.text)
  form.set('sendKey', message.key)
  if (message.replyToId) form.set('replyToId', String(message.replyToId))
  if (message.seenId) form.set('seenId', String(message.seenId))
  for (const id of message.uploadIds ?? []) form.append('uploadId', String(id))
  return form
}
