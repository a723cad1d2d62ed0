import { compose } from './compose-keys.ts'
import type { Shortcut } from './shortcuts.ts'

/**
 * Does what a key stands for. Keys press the very buttons that are on the page, so that a key
 * never does more than a person could.
 */
export function runShortcut(
  shortcut: Shortcut,
  inbox: { openId: number | undefined; open: (where: 'next' | 'previous') => void },
) {
  switch (shortcut) {
    case 'next':
    case 'previous':
      return inbox.openId ? inbox.open(shortcut) : moveFocus(shortcut)
    case 'tick':
      return tickRow(inbox.openId)
    case 'undo':
      return void pressUndo()
    default:
      return press(shortcut)
  }
}

/** Presses what stands for a shortcut on this page: a button, or a menu that opens. */
export function press(shortcut: Shortcut): void {
  if (shortcut === 'reply' || shortcut === 'note') return compose(shortcut)
  if (shortcut === 'search') return focusSearch()
  const target = findPressable(shortcut)
  if (!target) return
  if (target.matches('a, button')) return target.click()
  const way = target.querySelector<HTMLElement>(':scope > a:only-child')
  if (way) return way.click()
  const menu = target.matches('details') ? target : target.querySelector('details')
  for (const closed of [menu, target.closest('details')])
    if (closed instanceof HTMLDetailsElement) closed.open = true
  const first = (menu ?? target).querySelector<HTMLElement>('input:not([type=hidden]), button')
  first?.focus()
}

/** What stands for a shortcut here, if this page has it and it can be seen or opened. */
export function findPressable(shortcut: Shortcut): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-shortcut="${shortcut}"]`)]
  const isShown = (one: HTMLElement) => one.offsetParent !== null
  // What stands in a closed menu is not shown, but the menu is.
  const menuOf = (one: HTMLElement) => one.parentElement?.closest('details')
  return all.find((one) => isShown(one)) ?? all.find((one) => menuOf(one)?.offsetParent)
}

/** Takes back what was sent last. @returns false when nothing can be */
export function pressUndo(): boolean {
  const last = [...document.querySelectorAll<HTMLElement>('[data-shortcut="undo"]')].at(-1)
  last?.click()
  return last !== undefined
}

/** In the list alone the keys go from row to row, and Enter opens the one that has the focus. */
function moveFocus(where: 'next' | 'previous') {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row === document.activeElement)
  const target = rows[at < 0 ? 0 : at + (where === 'next' ? 1 : -1)]
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

/** The row that has the focus, or that of the open conversation. */
function tickRow(openId: number | undefined) {
  const focused = document.activeElement?.closest('li')
  const row = focused ?? document.querySelector(`[data-row="${openId ?? 0}"]`)?.closest('li')
  row?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
}

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  field?.focus()
  field?.select()
}
