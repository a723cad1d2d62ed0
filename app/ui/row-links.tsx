import type { MouseEvent, ReactNode } from 'react'
import { useNavigate } from '@remix-run/react'

/**
 * Lets a long list use plain `<a href>` rows and still move without a page load: one listener for
 * the list, where a `<Link>` per row would cost the server about 20 µs each.
 */
export function RowLinks({ className, children }: { className?: string; children: ReactNode }) {
  const navigate = useNavigate()
  function follow(event: MouseEvent) {
    const link = (event.target as Element).closest('a')
    const href = link?.getAttribute('href')
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!href?.startsWith('/') || !plain || event.altKey || event.defaultPrevented) return
    if (link?.target || link?.hasAttribute('download')) return
    event.preventDefault()
    navigate(href)
  }
  return (
    // The anchors inside take keyboard and focus; this only carries their clicks further.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={className} onClick={follow}>
      {children}
    </div>
  )
}
