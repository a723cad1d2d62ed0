import { ChevronRight } from 'lucide-react'

/** Says that a `<summary>` opens something; its `<details>` is a `group`. */
export function FoldMark() {
  return (
    <ChevronRight
      className="inline size-3.5 shrink-0 text-faint transition-transform group-open:rotate-90"
      aria-hidden
    />
  )
}
