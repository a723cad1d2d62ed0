import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

const FLASH_MS = 1_400

/** Brings the message that the address names into view and lights it up for a moment. */
export function useJump() {
  const { hash, key } = useLocation()
  useEffect(() => {
    const target = hash.startsWith('#message-') && document.getElementById(hash.slice(1))
    if (!target) return
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    target.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
    target.focus({ preventScroll: true })
    const soft = getComputedStyle(target).getPropertyValue('--accent-soft')
    target.animate([{ background: soft, offset: 0.6 }, { background: 'transparent' }], FLASH_MS)
  }, [hash, key])
}
