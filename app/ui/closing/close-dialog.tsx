import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { FormEvent } from 'react'
import type { ClosingFacts } from '#app/domain/closing/shown.ts'
import { Button } from '../button.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { useSendAction } from '../inbox/action-form.tsx'
import { textOf } from '../inbox/form-text.ts'
import { useInboxAround } from '../inbox/inbox-context.tsx'
import { CloseFields } from './close-fields.tsx'

type Result = { ok: boolean; reason?: string; form?: FormResult }

/** The same form over the thread. Loaded when it is first asked for. */
export default function CloseDialog(props: { id: number; name: string; onClose: () => void }) {
  const { id, name, onClose } = props
  const t = useT()
  const path = `/conversations/${id}/closure`
  const dialog = useRef<HTMLDialogElement>(null)
  const { facts } = useFacts(path)
  const closing = useClosing({ id, name, path, onClose })
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="close-title"
      className="max-h-[calc(100dvh-2rem)] w-[min(42rem,calc(100vw-2rem))] rounded-lg bg-raised shadow-float open:flex open:animate-[rise_120ms_ease-out]"
    >
      <FormState result={closing.result?.form}>
        <form onSubmit={closing.submit} noValidate className="flex min-h-0 w-full flex-col">
          <div className="flex min-h-0 flex-col gap-5 overflow-y-auto p-5">
            <h2 id="close-title" className="text-title font-semibold">
              {t('closing.title', { name })}
            </h2>
            <FormErrorSummary />
            <CloseFields id={id} facts={facts} />
          </div>
          <div className="flex justify-end gap-2 border-t px-5 py-4">
            <Button onClick={() => dialog.current?.close()}>{t('common.cancel')}</Button>
            <Button type="submit" variant="primary" pending={closing.isSending}>
              {t('closing.close')}
            </Button>
          </div>
        </form>
      </FormState>
    </dialog>
  )
}

function useFacts(path: string) {
  const fetcher = useFetcher<{ facts: ClosingFacts }>()
  useEffect(() => {
    fetcher.load(path)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [path])
  return { facts: fetcher.data?.facts }
}

/**
 * What cannot be refused closes at once; what the company asks something about waits for its
 * answer, so that nothing that was typed is lost.
 */
function useClosing(of: { id: number; name: string; path: string; onClose: () => void }) {
  const { id, name, path, onClose } = of
  const { close } = useInboxAround()
  const send = useSendAction()
  const fetcher = useFetcher<Result>()
  const outcome = useRef('resolved')
  const { data: result } = fetcher
  useEffect(() => {
    if (!result?.ok) return
    onClose()
    close({ id, name }, outcome.current)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each answer
  }, [result])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    outcome.current = textOf(form, 'outcome')
    if (outcome.current === 'won' || outcome.current === 'lost')
      return fetcher.submit(form, { method: 'post', action: path })
    onClose()
    close({ id, name }, outcome.current)
    send(path, form)
  }
  return { result, submit, isSending: fetcher.state !== 'idle' }
}
