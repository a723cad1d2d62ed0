import { findPressable } from '../inbox/run-shortcut.ts'
import { shortcuts } from '../inbox/shortcuts.ts'
import type { Shortcut } from '../inbox/shortcuts.ts'

/** Something to do on this page: what a key does, or one choice of a menu it opens. */
export type PageAction = { shortcut: Shortcut; choice?: { label: string; button: HTMLElement } }

/**
 * What can be done with the open conversation now: the buttons that are on the page, and every
 * choice in their menus, so that one can say “assign to Grace” at once.
 */
export function listActions(): PageAction[] {
  if (!document.querySelector('[data-thread-title]')) return []
  return shortcuts
    .filter(({ place, id }) => place === 'thread' && id !== 'undo')
    .flatMap(({ id }) => actionsOf(id))
}

function actionsOf(shortcut: Shortcut): PageAction[] {
  const isWriting = shortcut === 'reply' || shortcut === 'note'
  if (isWriting) return document.querySelector('[data-composer]') ? [{ shortcut }] : []
  const target = findPressable(shortcut)
  if (!target) return []
  const choices = [...target.querySelectorAll<HTMLElement>('form button[type=submit]')]
    .map((button) => ({ button, label: labelOf(button) }))
    .filter(({ label, button }) => label && !button.closest('[data-no-palette]'))
  const isMenu = !target.matches('a, button, [data-shortcut=remind]')
  return [{ shortcut }, ...(isMenu ? choices.map((choice) => ({ shortcut, choice })) : [])]
}

/** The words of a choice, without its pictures and the spacing of its parts. */
function labelOf(button: HTMLElement): string {
  const isPicture = (node: Node) => node instanceof Element && node.matches('[aria-hidden=true]')
  const words = [...button.childNodes].filter((node) => !isPicture(node))
  const parts = words.map((node) => node.textContent?.trim() ?? '')
  return parts.filter(Boolean).join(' · ')
}
