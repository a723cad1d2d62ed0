import { useEffect, useRef } from 'react'

/** Where a key does something: on every page, in the inbox, or in the box one writes in. */
export const keyPlaces = ['everywhere', 'list', 'thread', 'composer'] as const
export type KeyPlace = (typeof keyPlaces)[number]

/**
 * Every shortcut there is, in the order of the sheet, which is drawn from this list as the keys
 * are run from it. What `isOfField` says is the field's or the browser's own doing.
 */
export const shortcuts = [
  { id: 'palette', key: 'Ctrl+K', place: 'everywhere', isOfField: true },
  { id: 'search', key: '/', place: 'everywhere' },
  { id: 'sheet', key: '?', place: 'everywhere' },
  { id: 'next', key: 'j', place: 'list' },
  { id: 'previous', key: 'k', place: 'list' },
  { id: 'open', key: 'Enter', place: 'list', isOfField: true },
  { id: 'tick', key: 'x', place: 'list' },
  { id: 'reply', key: 'r', place: 'thread' },
  { id: 'note', key: 'n', place: 'thread' },
  { id: 'takeOver', key: 'i', place: 'thread' },
  { id: 'giveBack', key: 'b', place: 'thread' },
  { id: 'assign', key: 'a', place: 'thread' },
  { id: 'transfer', key: 't', place: 'thread' },
  { id: 'snooze', key: 's', place: 'thread' },
  { id: 'remind', key: 'f', place: 'thread' },
  { id: 'tag', key: 'l', place: 'thread' },
  { id: 'priority', key: 'p', place: 'thread' },
  { id: 'unread', key: 'u', place: 'thread' },
  { id: 'close', key: 'e', place: 'thread' },
  { id: 'undo', key: 'z', place: 'thread' },
  { id: 'delete', key: '#', place: 'thread' },
  { id: 'send', key: 'Enter', place: 'composer', isOfField: true },
  { id: 'newLine', key: 'Shift+Enter', place: 'composer', isOfField: true },
  { id: 'leave', key: 'Esc', place: 'composer', isOfField: true },
] as const satisfies { id: string; key: string; place: KeyPlace; isOfField?: true }[]

export type Shortcut = (typeof shortcuts)[number]['id']

/** The key of a shortcut as it stands on the keyboard. */
export function keyOf(id: Shortcut): string {
  const key = shortcuts.find((one) => one.id === id)?.key ?? ''
  return key.length === 1 ? key.toUpperCase() : key
}

const OFF = 'shortcuts:off'

/** Whether single keys do something; people who speak to their computer turn them off. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null
  } catch {
    return true
  }
}

export function turnShortcuts(isOn: boolean) {
  try {
    if (isOn) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, '1')
  } catch {
    // Without storage they stay on.
  }
}

/** Runs the shortcut of a pressed key, unless one is typing or holds another key down. */
export function useShortcuts(places: readonly KeyPlace[], run: (shortcut: Shortcut) => void) {
  const latest = useRef(run)
  latest.current = run
  const ofPlaces = places.join()
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
      const shortcut = findShortcut(event.key.toLowerCase(), ofPlaces)
      if (!shortcut || isTyping(event.target)) return
      // The sheet is where they are turned on again.
      if (shortcut !== 'sheet' && !areShortcutsOn()) return
      event.preventDefault()
      latest.current(shortcut)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [ofPlaces])
}

/** Ctrl+K, on a Mac Cmd+K: also while one is typing, and when single keys are off. */
export function isPaletteKey(event: KeyboardEvent): boolean {
  const isHeld = event.ctrlKey !== event.metaKey
  return isHeld && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'
}

function findShortcut(key: string, places: string): Shortcut | undefined {
  const found = shortcuts.find(
    (one) => one.key === key && !('isOfField' in one) && places.split(',').includes(one.place),
  )
  return found?.id
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, dialog') !== null
}
