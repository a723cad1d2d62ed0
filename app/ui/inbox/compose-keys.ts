import type { ComposerMode } from './drafts.ts'

const EVENT = 'inbox:compose'

/** Asks the composer on the page to take the focus, in a mode; text is put in where it is given. */
export function compose(mode: ComposerMode, text?: string) {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: { mode, text } }))
}

/** @returns a function that stops listening */
export function onCompose(work: (wish: { mode: ComposerMode; text?: string }) => void) {
  const listener = (event: Event) => work((event as CustomEvent).detail)
  window.addEventListener(EVENT, listener)
  return () => window.removeEventListener(EVENT, listener)
}
