import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Viewer } from '#app/domain/viewers/viewer.ts'
import { useErrorText, useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { useSendAction } from './action-form.tsx'
import { Collision } from './others.tsx'
import { onCompose } from './compose-keys.ts'
import { ComposerBox } from './composer-box.tsx'
import { ComposerModes } from './composer-modes.tsx'
import { ScheduledList } from './composer-scheduled.tsx'
import { useDraft } from './drafts.ts'
import type { ComposerMode } from './drafts.ts'
import { useUndone } from './message-undo.tsx'
import { outbox } from './outbox.ts'
import type { ComposerResult, ThreadData } from './page-data.ts'
import { toName } from './preview-text.ts'
import { ReopenBar } from './reopen-bar.tsx'
import { SuggestionCard, useSuggestion } from './suggestion.tsx'
import { TemplateForm } from './template-form.tsx'
import { toOutgoing, useOutbox } from './use-outbox.ts'

/** From here on the composer says when the window closes. */
const WARN_BEFORE_MS = 3 * 3_600_000

/** Where one writes: to the customer, by template where nothing else is allowed, or a note. */
export function Composer(props: { data: ThreadData; result?: ComposerResult; others: Viewer[] }) {
  const { data, result, others } = props
  const { head, me, window } = data
  const t = useT()
  const errorText = useErrorText()
  const [mode, setMode] = useState<ComposerMode>(startMode(data, result))
  const [focusWishes, setFocusWishes] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const isOpen = head.status !== 'closed'
  const place = { memberId: me.id, conversationId: head.id }
  const [reply] = useDraft(
    { ...place, mode: 'reply' },
    { text: data.drafts.reply?.text ?? '', asOf: data.now },
    undefined,
  )
  // Closed by somebody while one writes: the words stay where they are, and never become a note.
  const shown: ComposerMode = isOpen || reply.trim() !== '' ? mode : 'note'
  const suggestion = useSuggestion(head.id, result)
  const answered = result?.ok === false ? result.answered : undefined
  const given = result && 'text' in result ? result.text : undefined
  const early = useTypedEarly(field)
  const [text, setText] = useDraft(
    { ...place, mode: shown },
    { text: data.drafts[shown]?.text ?? '', asOf: data.now },
    (shown === mode && given) || undefined,
  )
  const first = useRef(text)
  useUndone(place)
  const send = useSend(data, shown, setText)
  useEffect(() => {
    if (early.current && early.current !== first.current) setText(early.current)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the script takes over
  }, [])
  useEffect(
    () =>
      onCompose((wish) => {
        setMode(wish.mode)
        if (wish.text !== undefined) setText(wish.text)
        setFocusWishes((count) => count + 1)
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new setter means the same draft
    [head.id, shown],
  )
  // Not before the field is drawn in the new mode: a letter typed in between would be lost.
  useEffect(() => {
    if (focusWishes > 0) field.current?.focus()
  }, [focusWishes])
  if (!me.canReply)
    return <p className="border-t p-4 text-center text-faint">{t('inbox.viewerComposer')}</p>
  const isTemplateOnly = shown === 'reply' && !window.isOpen
  return (
    <div className="border-t bg-surface p-3">
      {result?.ok === false && !answered && (
        <div className="mb-2" role="alert">
          <Notice tone="bad">{errorText(result.reason)}</Notice>
        </div>
      )}
      <ScheduledList conversationId={head.id} items={data.scheduled} />
      {!isOpen && (
        <ReopenBar id={head.id} asksFirst={head.soldMinor !== null && me.mayCorrectSales} />
      )}
      {(isOpen || reply.trim() !== '') && (
        <ComposerModes mode={shown} setMode={setMode} data={data} />
      )}
      {shown === 'reply' && <Limits data={data} />}
      {shown === 'reply' && <Collision others={others} isWriting={text.trim() !== ''} />}
      {shown === 'reply' && window.isOpen && <SuggestionCard suggestion={suggestion} />}
      {isTemplateOnly ? (
        <TemplateForm data={data} />
      ) : (
        <ComposerBox
          {...{ data, mode: shown, text, setText, field, answered }}
          suggestion={suggestion}
          send={send}
        />
      )}
    </div>
  )
}

/**
 * What somebody typed before the script was there. Read before any draft is put into the field;
 * an empty field has nothing to keep.
 */
function useTypedEarly(field: RefObject<HTMLTextAreaElement>) {
  const early = useRef('')
  useEffect(() => {
    early.current = field.current?.value ?? ''
  }, [field])
  return early
}

function startMode(data: ThreadData, result: ComposerResult | undefined): ComposerMode {
  if (result && !result.ok && result.mode) return result.mode
  return data.head.contactBlockedAt === null ? 'reply' : 'note'
}

/** Sends beside the page and empties the field at once; what is refused comes back as it was. */
function useSend(data: ThreadData, mode: ComposerMode, setText: (text: string) => void) {
  const { transmit } = useOutbox()
  const sendAction = useSendAction()
  return (form: FormData) => {
    const { id } = data.head
    if (mode === 'note') {
      form.delete('returnTo')
      sendAction(`/conversations/${id}/notes`, form)
    } else {
      const message = toOutgoing(id, form)
      outbox.add(message, form)
      transmit(message)
    }
    setText('')
  }
}

/** What stands in the way of a free message, or will soon. */
function Limits({ data }: { data: ThreadData }) {
  const t = useT()
  const { clock } = useFormat()
  const { head, window, now } = data
  const name = toName(t, { name: head.contactName, phone: head.contactPhone })
  const texts: string[] = []
  if (head.endpointStatus === 'disabled') texts.push(t('inbox.endpointOff'))
  if (head.endpointStatus === 'needs_reconnect') texts.push(t('inbox.endpointReconnect'))
  if (head.contactBlockedAt !== null) texts.push(t('inbox.blockedComposer'))
  if (!window.isOpen)
    texts.push(t(window.closesAt === null ? 'inbox.windowNever' : 'inbox.windowClosed', { name }))
  const isNear = window.isOpen && window.closesAt !== null && window.closesAt - now < WARN_BEFORE_MS
  if (isNear) texts.push(t('inbox.windowCloses', { time: clock(window.closesAt ?? now) }))
  if (texts.length === 0) return null
  return (
    <div className="mb-2 flex flex-col gap-2">
      {texts.map((text) => (
        <Notice key={text} tone={isNear ? 'info' : 'warn'}>
          {text}
        </Notice>
      ))}
    </div>
  )
}
