import { useLocation } from '@remix-run/react'
import { Paperclip, SendHorizontal, Sparkles, StickyNote } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ClipboardEvent, FormEvent, KeyboardEvent, RefObject } from 'react'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { fileBytesMaxOf } from '#app/domain/endpoints/media-rules.ts'
import { Button, buttonClass } from '../button.tsx'
import { useChannelName } from '../channel-icon.tsx'
import { classes } from '../classes.ts'
import { EmojiMenu } from '../emoji/menu.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { onCompose } from './compose-keys.ts'
import type { ComposerMode } from './drafts.ts'
import { CannedList, CannedParts, useCanned } from './composer-canned.tsx'
import { MentionList, useMentions } from './composer-mentions.tsx'
import { QuotedLine, useAskedQuote } from './composer-quoted.tsx'
import { FileChips } from './composer-files.tsx'
import {
  DraftTranslationLine,
  TranslateDraftButton,
  useDraftTranslation,
} from './draft-translation.tsx'
import { RecordButton, useRecorder } from './composer-voice.tsx'
import { DropArea } from './drop-area.tsx'
import { LaterMenu, useSchedule } from './composer-later.tsx'
import { AnsweredBox } from './others.tsx'
import type { Answered, ThreadData } from './page-data.ts'
import { pressUndo } from './run-shortcut.ts'
import { toName } from './preview-text.ts'
import type { useSuggestion } from './suggestion.tsx'
import { useTellTyping } from './typing.tsx'
import { useUploads } from './uploads.ts'
import type { Uploads } from './uploads.ts'

/** The field, its files and its buttons: one form, which works before any script. */
export function ComposerBox(props: {
  data: ThreadData
  mode: ComposerMode
  text: string
  setText: (text: string) => void
  field: RefObject<HTMLTextAreaElement>
  suggestion: ReturnType<typeof useSuggestion>
  send: (form: FormData) => void
  /** a colleague's answer that a page without a script asks about */
  answered: Answered | undefined
}) {
  const { data, mode, text, setText, field, suggestion, send } = props
  const { head, sendKey } = data
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const channel = head.channel as ChannelKind
  const channelName = useChannelName()
  const files = useUploads(head.id, channel)
  const recorder = useRecorder()
  const [mustWait, setMustWait] = useState(false)
  const [quoted, setQuoted] = useState(useAskedQuote(data))
  useEffect(
    () =>
      onCompose((wish) => {
        if (wish.files) files.add(wish.files)
        if (wish.quoted) setQuoted(wish.quoted)
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: the field of files stays the same
    [],
  )
  const draft = useDraftTranslation({ data, text, setText })
  const returnTo = useReturnTo(head.id)
  const tellTyping = useTellTyping(head.id)
  const name = toName(t, { name: head.contactName, phone: head.contactPhone })
  const isReply = mode === 'reply'
  const canned = useCanned({ conversationId: head.id, isOn: isReply, text, setText, field })
  const mentions = useMentions({
    ...{ conversationId: head.id, isOn: !isReply, text, setText, field },
  })
  const offers = isReply ? canned : mentions
  const later = `/conversations/${head.id}/scheduled-messages`
  const schedule = useSchedule(later, () => {
    setText('')
    files.clear()
    canned.clear()
    setQuoted(undefined)
  })
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const hasFiles = isReply && files.list.length + canned.files.length > 0
    if (text.trim() === '' && !hasFiles) return field.current?.focus()
    setMustWait(isReply && files.isBusy)
    if (isReply && files.isBusy) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    if (submitter?.getAttribute('formaction') === later) return schedule(form)
    send(form)
    files.clear()
    canned.clear()
    mentions.clear()
    setQuoted(undefined)
  }
  return (
    <form
      ref={form}
      id="composer"
      method="post"
      action={`/conversations/${head.id}/${isReply ? 'messages' : 'notes'}`}
      encType="multipart/form-data"
      onSubmit={onSubmit}
      className={classes(
        'relative rounded-lg border border-line-field bg-surface focus-within:border-accent focus-within:shadow-[0_0_0_3px_color-mix(in_oklab,var(--accent)_18%,transparent)]',
        !isReply && 'bg-warn-soft',
      )}
    >
      {isReply && <DropArea inside={form} onFiles={(dropped) => files.add(dropped)} />}
      <CannedList canned={canned} />
      <MentionList mentions={mentions} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="sendKey" value={sendKey} />
      {isReply && <input type="hidden" name="seenId" value={newestIdOf(data)} />}
      {isReply && props.answered && <AnsweredBox answered={props.answered} />}
      {isReply && quoted && <QuotedLine quoted={quoted} onDrop={() => setQuoted(undefined)} />}
      <textarea
        ref={field}
        name="text"
        rows={1}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (isReply && event.target.value) tellTyping()
        }}
        onKeyDown={(event) => offers.onKeyDown(event) || onKeyDown(event, form.current)}
        aria-controls={offers.isOpen ? offers.listId : undefined}
        aria-activedescendant={offers.isOpen ? `${offers.listId}-${offers.active}` : undefined}
        onPaste={(event) => isReply && takePasted(event, files)}
        aria-label={isReply ? t('inbox.replyTo', { name }) : t('inbox.noteLabel')}
        placeholder={isReply ? t('inbox.replyPlaceholder', { name }) : t('inbox.notePlaceholder')}
        data-composer
        className="field-sizing-content block max-h-60 min-h-11 w-full md:min-h-16 resize-none bg-transparent px-3 py-2.5 outline-none placeholder:text-faint"
      />
      <FileChips files={files} isOn={isReply} channel={channel} />
      {isReply && mustWait && files.isBusy && (
        <p role="status" className="px-3 pb-2 text-small font-medium text-warn">
          {t('media.uploadWaiting')}
        </p>
      )}
      {isReply && recorder.Recorder && (
        <recorder.Recorder
          channelName={channelName(channel)}
          wantsOpus={channel !== 'web-chat'}
          onClose={recorder.close}
          onDone={({ file, durationMs }) => {
            files.add([file], durationMs)
            recorder.close()
          }}
        />
      )}
      {isReply && <CannedParts canned={canned} />}
      {isReply && <DraftTranslationLine draft={draft} />}
      <div className="flex items-center gap-1 px-2 pb-2">
        {isReply && (
          <>
            <AttachButton files={files} channel={channel} />
            <RecordButton onClick={recorder.open} />
            <EmojiMenu {...{ field, text, setText }} />
            <Button
              type="submit"
              formAction={`/conversations/${head.id}/suggestion`}
              formEncType="application/x-www-form-urlencoded"
              variant="quiet"
              size="small"
              pending={suggestion.isThinking}
              onClick={(event) => {
                event.preventDefault()
                suggestion.ask()
              }}
              icon={<Sparkles className="size-4 text-ai" aria-hidden />}
            >
              <span className="max-sm:sr-only">{t('inbox.suggest')}</span>
            </Button>
            <TranslateDraftButton draft={draft} />
          </>
        )}
        <span className="ml-auto hidden truncate pr-1 text-small text-faint 2xl:inline pointer-coarse:hidden">
          {!draft.isOffered && t('inbox.keysSend')}
        </span>
        {isReply && (
          <noscript>
            <button
              type="submit"
              formAction={`/conversations/${head.id}/notes`}
              className={buttonClass({ size: 'small' })}
            >
              {t('inbox.addNote')}
            </button>
          </noscript>
        )}
        <Button
          type="submit"
          variant="primary"
          size="small"
          className="max-lg:ml-auto pointer-coarse:h-10 pointer-coarse:px-4"
          icon={
            isReply ? (
              <SendHorizontal className="size-4" aria-hidden />
            ) : (
              <StickyNote className="size-4" aria-hidden />
            )
          }
        >
          {t(isReply ? 'common.send' : 'inbox.addNote')}
        </Button>
        {isReply && <LaterMenu action={later} now={data.now} />}
      </div>
    </form>
  )
}

/** A picture pasted together with its words, as a spreadsheet does, is words. */
function takePasted(event: ClipboardEvent, files: Uploads) {
  const { clipboardData } = event
  if (clipboardData.files.length === 0 || clipboardData.getData('text/plain') !== '') return
  event.preventDefault()
  files.add(clipboardData.files)
}

function AttachButton({ files, channel }: { files: Uploads; channel: ChannelKind }) {
  const t = useT()
  const { bytes } = useFormat()
  const channelName = useChannelName()
  const limit = t('media.limit', {
    ...{ channel: channelName(channel), max: bytes(fileBytesMaxOf(channel)) },
  })
  return (
    <label
      title={`${t('inbox.attach')}. ${limit}`}
      className={classes(
        buttonClass({ variant: 'quiet', size: 'small' }, true),
        'has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:size-10',
      )}
    >
      <Paperclip className="size-4" aria-hidden />
      <input
        ref={files.input}
        type="file"
        name="files"
        multiple
        aria-label={t('inbox.attach')}
        onChange={(event) => files.add(event.target.files)}
        className="sr-only"
      />
    </label>
  )
}

/** Enter sends and Shift+Enter starts a line; on a touch keyboard there is only the button. */
function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>, form: HTMLFormElement | null) {
  if (event.key === 'Escape') {
    event.currentTarget.blur()
    document.querySelector<HTMLElement>('[data-thread-title]')?.focus()
    return
  }
  const isUndo = event.key.toLowerCase() === 'z' && (event.metaKey || event.ctrlKey)
  if (isUndo && event.currentTarget.value === '' && pressUndo()) return event.preventDefault()
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  const isCommand = event.metaKey || event.ctrlKey
  if (!isCommand && matchMedia('(pointer: coarse)').matches) return
  event.preventDefault()
  form?.requestSubmit()
}

function useReturnTo(id: number): string {
  const { search } = useLocation()
  return `/conversations/${id}${search}`
}

/** The newest message that this page shows: who sends has seen all up to it. */
function newestIdOf({ items }: ThreadData): number {
  return Math.max(0, ...items.map((item) => (item.kind === 'message' ? item.id : 0)))
}
