import { useEffect, useRef } from 'react'

export type Shortcut =
  | 'next'
  | 'previous'
  | 'reply'
  | 'note'
  | 'assign'
  | 'close'
  | 'takeOver'
  | 'giveBack'
  | 'undo'
  | 'snooze'
  | 'delete'
  | 'tick'
  | 'search'
  | 'sheet'

/** Every single-key shortcut of the inbox, in the order of the sheet. */
export const shortcutKeys: Record<string, Shortcut> = {
  ...{ j: 'next', k: 'previous', r: 'reply', n: 'note', a: 'assign', e: 'close' },
  ...{ s: 'snooze', '#': 'delete', x: 'tick' },
  ...{ i: 'takeOver', b: 'giveBack', z: 'undo', '/': 'search', '?': 'sheet' },
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
export function useShortcuts(run: (shortcut: Shortcut) => void) {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
      const shortcut = shortcutKeys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!shortcut || isTyping(event.target)) return
      // The sheet is where they are turned on again.
      if (shortcut !== 'sheet' && !areShortcutsOn()) return
      event.preventDefault()
      latest.current(shortcut)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest('input, textarea, select, dialog') !== null
}
