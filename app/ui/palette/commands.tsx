import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { press } from '../inbox/run-shortcut.ts'
import { isPaletteKey, useShortcuts } from '../inbox/shortcuts.ts'
import { holdTyping } from './typed-ahead.ts'

const Palette = lazy(() => import('./palette.tsx'))
const ShortcutsSheet = lazy(() => import('./shortcuts-sheet.tsx'))

const OPEN = 'palette:open'

/** Opens the palette from a button. */
export function openPalette() {
  window.dispatchEvent(new Event(OPEN))
}

/** The keys that work on every page. What they open is loaded when it is first asked for. */
export function Commands(props: {
  permissions: readonly string[]
  /** addresses of the navigation that this person does not see */
  without: readonly string[]
}) {
  const { permissions, without } = props
  const [open, setOpen] = useState<'palette' | 'sheet'>()
  const held = useRef<() => string>()
  const close = useCallback(() => setOpen(undefined), [])
  const showSheet = useCallback(() => setOpen('sheet'), [])
  useShortcuts(['everywhere'], (shortcut) => {
    if (shortcut === 'sheet') setOpen('sheet')
    else press(shortcut)
  })
  useEffect(() => {
    const show = () => {
      // On its way already.
      if (held.current) return
      if (!isPaletteShown()) held.current = holdTyping()
      setOpen((before) => (before === 'palette' ? undefined : 'palette'))
    }
    const onKey = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return
      event.preventDefault()
      show()
    }
    document.addEventListener('keydown', onKey)
    window.addEventListener(OPEN, show)
    return () => {
      document.removeEventListener('keydown', onKey)
      window.removeEventListener(OPEN, show)
      held.current?.()
    }
  }, [])
  // A boundary that the server drew would be in the way of the first update.
  if (!open) return null
  return (
    <Suspense>
      {open === 'palette' && (
        <Palette {...{ permissions, without, showSheet, held }} onClose={close} />
      )}
      {open === 'sheet' && <ShortcutsSheet onClose={close} />}
    </Suspense>
  )
}

function isPaletteShown(): boolean {
  return document.querySelector('dialog[open] [role=combobox]') !== null
}
