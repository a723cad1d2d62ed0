import type { ComposerMode } from './drafts.ts'

const EVENT = 'inbox:compose'

/** A message that the next one answers. */
export type Quoted = { id: number; author: string; text: string }

type Content = { text?: string; files?: File[]; quoted?: Quoted }
type Wish = Content & { mode: ComposerMode }

/** Asks the composer on the page to take the focus, in a mode; words and files are put in where given. */
export function compose(mode: ComposerMode, content: Content = {}) {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: { mode, ...content } }))
}

/** @returns a function that stops listening */
export function onCompose(work: (wish: Wish) => void) {
  const listener = (event: Event) => work((event as CustomEvent<Wish>).detail)
  window.addEventListener(EVENT, listener)
  return () => window.removeEventListener(EVENT, listener)
}
