import { useLocation, useSubmit } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'

/**
 * A form of its own for one write. Without JavaScript it is posted and comes back to this page
 * (`returnTo`); with it, it is sent beside the page, which shows the outcome at once.
 */
export function ActionForm(props: {
  action: string
  fields?: Record<string, string | number>
  /** called with what is sent, before it is */
  onSend?: (form: FormData) => void
  /** where to come back to without JavaScript; default: here */
  returnTo?: string
  className?: string
  children: ReactNode
}) {
  const { action, fields = {}, onSend, returnTo, className, children } = props
  const send = useSendAction()
  const { pathname, search } = useLocation()
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, submitter)
    form.delete('returnTo')
    onSend?.(form)
    send(action, form)
  }
  return (
    <form method="post" action={action} onSubmit={onSubmit} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="returnTo" value={returnTo ?? pathname + search} />
      {children}
    </form>
  )
}

/** Sends a write beside the page. `key` joins repeated sends of one thing. */
export function useSendAction() {
  const submit = useSubmit()
  return (action: string, form: FormData | Record<string, string>, key: string = action) => {
    const body = form instanceof FormData ? form : toFormData(form)
    submit(body, {
      ...{ method: 'post', action, navigate: false, fetcherKey: key, flushSync: true },
      encType: hasFiles(body) ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
    })
  }
}

function toFormData(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function hasFiles(form: FormData): boolean {
  return [...form.values()].some((value) => value instanceof File && value.size > 0)
}
