import { useEffect, useRef } from 'react'

const GAP_PX = 4
const EDGE_PX = 8

export type MenuPlacement = 'below-end' | 'below-start' | 'above-start' | 'above-end'

/**
 * What a `<details>` menu gains from JavaScript: it closes on Escape, on a choice and on a press or
 * scroll elsewhere, and its panel is fixed to the window, so that no scrolling table cuts it off.
 */
export function useMenuPanel(placement: MenuPlacement) {
  const details = useRef<HTMLDetailsElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const menu = details.current
    if (!menu) return
    const stop = new AbortController()
    const { signal } = stop
    const close = () => (menu.open = false)
    const closeOutside = (event: Event) => {
      if (menu.open && !menu.contains(event.target as Node)) close()
    }
    document.addEventListener('pointerdown', closeOutside, { signal })
    document.addEventListener('focusin', closeOutside, { signal })
    document.addEventListener('scroll', closeOutside, { signal, capture: true, passive: true })
    window.addEventListener('resize', close, { signal })
    menu.addEventListener('keydown', (event) => onKey(event, menu), { signal })
    menu.addEventListener('click', (event) => closeAfterChoice(event, menu), { signal })
    menu.addEventListener('toggle', () => place(menu, panel.current, placement), { signal })
    // What unfolds inside must not reach out of the window.
    const sizes = new ResizeObserver(() => place(menu, panel.current, placement))
    if (panel.current) sizes.observe(panel.current)
    return () => {
      stop.abort()
      sizes.disconnect()
    }
  }, [placement])
  return [details, panel] as const
}

function onKey(event: KeyboardEvent, menu: HTMLDetailsElement) {
  if (!menu.open) return
  if (event.key === 'Escape') {
    event.stopPropagation()
    menu.open = false
    menu.querySelector('summary')?.focus()
    return
  }
  // In a field the arrows are the field's own.
  if ((event.target as Element).matches('input, select, textarea')) return
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const choices = menu.querySelectorAll<HTMLElement>('a, button, [data-menu-item]')
  // What lies folded away cannot take the focus.
  const items = [...choices].filter((one) => one.checkVisibility())
  const at = items.indexOf(document.activeElement as HTMLElement)
  items.at((at + step) % items.length)?.focus()
}

function closeAfterChoice(event: Event, menu: HTMLDetailsElement) {
  if (!(event.target as Element).closest('a, button[type=submit]')) return
  // After the click has done its work: a form in a closed panel would not be sent.
  setTimeout(() => (menu.open = false))
}

function place(menu: HTMLDetailsElement, panel: HTMLElement | null, placement: MenuPlacement) {
  if (!menu.open || !panel) return
  const trigger = menu.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const below = trigger.bottom + GAP_PX
  const above = trigger.top - GAP_PX - height
  const fitsBelow = below + height <= window.innerHeight - EDGE_PX
  const top = placement.startsWith('above') || !fitsBelow ? Math.max(EDGE_PX, above) : below
  const left = placement.endsWith('end') ? trigger.right - width : trigger.left
  const farthest = window.innerWidth - width - EDGE_PX
  Object.assign(panel.style, {
    position: 'fixed',
    inset: `${top}px auto auto ${Math.max(EDGE_PX, Math.min(left, farthest))}px`,
    margin: '0',
  })
}
