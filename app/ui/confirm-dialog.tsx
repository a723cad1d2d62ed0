import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Form, Link, useLocation, useSearchParams } from '@remix-run/react'
import { SubmitButton, buttonClass } from './button.tsx'
import type { ButtonLook } from './button.tsx'
import { useT } from './i18n-provider.tsx'

type ConfirmProps = {
  /** Unique on the page; becomes `?confirm=<id>`. */
  id: string
  trigger: ReactNode
  triggerLook?: ButtonLook
  triggerLabel?: string
  /** Names the thing: “Delete the question ‘Do you deliver?’”. */
  title: string
  /** What happens, and what is kept. */
  children?: ReactNode
  /** Where the POST goes, and what travels with it. */
  action: string
  fields?: Record<string, string>
  confirmLabel: string
  /** nothing is destroyed: the question is only which way */
  isHarmless?: boolean
}

/**
 * Asks before something is destroyed. The trigger is a link to `?confirm=<id>`, where the question
 * stands open in the page, so it works without JavaScript; with it, the link opens a modal instead.
 */
export function ConfirmDialog(props: ConfirmProps) {
  const { id, trigger, triggerLook, triggerLabel } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const asked = useSearchParams()[0].get('confirm') === id
  const { pathname } = useLocation()
  useEffect(() => {
    // Without `open` the attribute of the page that was sent would make this a second, non-modal one.
    if (!asked || !dialog.current) return
    dialog.current.close()
    dialog.current.showModal()
  }, [asked])
  return (
    <>
      <Link
        to={`?confirm=${id}`}
        preventScrollReset
        aria-label={triggerLabel}
        aria-haspopup="dialog"
        className={buttonClass({ variant: 'secondary', ...triggerLook }, Boolean(triggerLabel))}
        onClick={(event) => {
          event.preventDefault()
          dialog.current?.showModal()
        }}
      >
        {trigger}
      </Link>
      <dialog
        ref={dialog}
        open={asked || undefined}
        aria-labelledby={`${id}-title`}
        className="z-40 w-[min(28rem,calc(100vw-2rem))] rounded-lg bg-raised text-left font-normal whitespace-normal shadow-float open:animate-[rise_120ms_ease-out]"
      >
        <ConfirmForm {...props} closeTo={pathname} close={() => dialog.current?.close()} />
      </dialog>
    </>
  )
}

function ConfirmForm(props: ConfirmProps & { closeTo: string; close: () => void }) {
  const { id, title, children, action, fields = {}, confirmLabel, closeTo, close } = props
  const { isHarmless } = props
  const t = useT()
  return (
    <Form method="post" action={action} onSubmit={close}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="p-5">
        <h2 id={`${id}-title`} className="text-title font-semibold">
          {title}
        </h2>
        {children && <div className="mt-2 text-soft">{children}</div>}
      </div>
      <div className="flex justify-end gap-2 border-t px-5 py-4">
        <Link
          to={closeTo}
          preventScrollReset
          className={buttonClass({})}
          onClick={(event) => {
            if (!new URLSearchParams(location.search).has('confirm')) event.preventDefault()
            close()
          }}
        >
          {t('common.cancel')}
        </Link>
        <SubmitButton variant={isHarmless ? 'primary' : 'danger'} action={action}>
          {confirmLabel}
        </SubmitButton>
      </div>
    </Form>
  )
}
