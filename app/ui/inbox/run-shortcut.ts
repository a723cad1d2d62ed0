import { compose } from './compose-keys.ts'
import type { Shortcut } from './shortcuts.ts'

/**
 * Does what a key stands for. Keys press the very buttons that are on the page, so that a key
 * never does more than a person could.
 */
export function runShortcut(
  shortcut: Shortcut,
  inbox: {
    openId: number | undefined
    open: (where: 'next' | 'previous') => void
    openSheet: () => void
  },
) {
  switch (shortcut) {
    case 'next':
    case 'previous':
      return inbox.openId ? inbox.open(shortcut) : moveFocus(shortcut)
    case 'reply':
    case 'note':
      return compose(shortcut)
    case 'assign':
    case 'snooze':
      return openMenu(shortcut)
    case 'tick':
      return tickRow(inbox.openId)
    case 'undo':
      return void pressUndo()
    case 'search':
      return focusSearch()
    case 'sheet':
      return inbox.openSheet()
    default:
      return document.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`)?.click()
  }
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

function openMenu(name: 'assign' | 'snooze') {
  const menus = document.querySelectorAll<HTMLElement>(`[data-shortcut="${name}"] details`)
  const menu = [...menus].find((one) => one.offsetParent !== null)
  if (!(menu instanceof HTMLDetailsElement)) return
  menu.open = true
  menu.querySelector<HTMLElement>('button')?.focus()
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
