import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'
import { onActionEnd } from './send-action.ts'

/** Other words for a message: the form stays until they are taken, and keeps them where they are not. */
export function MessageWording(props: {
  path: string
  text: string
  /** why they were refused, on a page without a script */
  refusal?: string
  onEnd: () => void
  /** where a page without a script goes on */
  returnTo: string
}) {
  const { path, text, refusal, onEnd, returnTo } = props
  const t = useT()
  const errorText = useErrorText()
  const [reason, setReason] = useState(refusal)
  const [isSending, setSending] = useState(false)
  const end = useRef(onEnd)
  end.current = onEnd
  const action = `${path}/wording`
  useEffect(
    () =>
      onActionEnd((ended) => {
        if (ended.path !== action) return
        setSending(false)
        if (ended.result.ok) end.current()
        else setReason(ended.result.reason)
      }),
    [action],
  )
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Escape') onEnd()
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing)
      event.currentTarget.form?.requestSubmit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ActionForm
      action={action}
      returnTo={returnTo}
      onSend={() => setSending(true)}
      className="flex w-96 max-w-full flex-col gap-2"
    >
      {reason && (
        <p role="alert" className="text-small font-medium text-bad">
          {errorText(reason)}
        </p>
      )}
      <textarea
        name="text"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- asked for by the choice just made
        autoFocus
        aria-label={t('composer.words')}
        defaultValue={text}
        onKeyDown={onKeyDown}
        className="control field-sizing-content max-h-60 min-h-16 resize-y"
      />
      <div className="flex justify-end gap-1">
        <Button size="small" variant="quiet" onClick={onEnd} className="noscript:hidden">
          {t('common.cancel')}
        </Button>
        <Button type="submit" size="small" pending={isSending}>
          {t('common.save')}
        </Button>
      </div>
    </ActionForm>
  )
}
