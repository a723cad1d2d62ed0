/**
 * Keeps what is typed while the palette is still on its way: it belongs to the palette, and must
 * not run as shortcuts on the page behind.
 *
 * @returns ends it, and says what was typed
 */
export function holdTyping(): () => string {
  let typed = ''
  const stop = new AbortController()
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') typed = typed.slice(0, -1)
    else if (event.key.length === 1) typed += event.key
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('keydown', onKey, { capture: true, signal: stop.signal })
  // A line that never comes must not take the keyboard for good.
  setTimeout(() => stop.abort(), WAIT_MAX_MS)
  return () => {
    stop.abort()
    return typed
  }
}

const WAIT_MAX_MS = 5_000
