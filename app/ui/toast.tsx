import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { Check, CircleAlert, X } from 'lucide-react'
import { useT } from './i18n-provider.tsx'

const STAYS_MS = 7_000

export type ToastMessage = {
  text: ReactNode
  tone?: 'good' | 'bad'
  /** Usually an undo button or form. Pressing anything inside it closes the toast. */
  action?: ReactNode
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => {})

/** `const toast = useToast()` then `toast({ text: t('inbox.closed'), action: <UndoForm /> })`. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext)
}

/** Holds the one message in view. `flash` is what the server left for this page; it works without JavaScript. */
export function ToastRegion({ flash, children }: { flash?: ToastMessage; children: ReactNode }) {
  const [message, setMessage] = useState(flash)
  const close = useCallback(() => setMessage(undefined), [])
  useEffect(() => {
    if (flash) setMessage(flash)
  }, [flash])
  const show = useMemo(() => (next: ToastMessage) => setMessage({ ...next }), [])
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-(--bottom-bar) z-50 flex justify-center p-4"
      >
        {message && <Toast message={message} close={close} />}
      </div>
    </ToastContext.Provider>
  )
}

/** The message itself; goes away by itself unless it is an error, or is pointed at or focused. */
export function Toast({ message, close }: { message: ToastMessage; close: () => void }) {
  const t = useT()
  const [held, setHeld] = useState(false)
  const { text, tone = 'good', action } = message
  useEffect(() => {
    if (held || tone === 'bad') return
    const timer = setTimeout(close, STAYS_MS)
    return () => clearTimeout(timer)
  }, [message, held, tone, close])
  const Icon = tone === 'bad' ? CircleAlert : Check
  return (
    <div
      className="pointer-events-auto flex min-h-11 max-w-md animate-[rise_140ms_ease-out] items-center gap-2.5 rounded-md bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon
        className={tone === 'bad' ? 'size-4 shrink-0 text-bad' : 'size-4 shrink-0 text-good'}
        aria-hidden
      />
      <p className="pr-1">{text}</p>
      {action && <span onClickCapture={() => setTimeout(close)}>{action}</span>}
      <button
        type="button"
        onClick={close}
        aria-label={t('common.dismiss')}
        className="grid size-8 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink noscript:hidden"
      >
        <X className="size-4" aria-hidden />
      </button>
    </div>
  )
}
