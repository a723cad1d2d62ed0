import type { ComposerMode } from './drafts.ts'

const EVENT = 'inbox:compose'

type Wish = { mode: ComposerMode; text?: string }

/** Asks the composer on the page to take the focus, in a mode; text is put in where it is given. */
export function compose(mode: ComposerMode, text?: string) {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: { mode, text } }))
}

/** @returns a function that stops listening */
export function onCompose(work: (wish: Wish) => void) {
  const listener = (event: Event) => work((event as CustomEvent<Wish>).detail)
  window.addEventListener(EVENT, listener)
  return () => window.removeEventListener(EVENT, listener)
}
