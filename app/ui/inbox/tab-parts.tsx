import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'

/** A view's name in the line of views. */
export function tabLook(isActive: boolean): string {
  return classes(
    '-mb-px flex items-center gap-1 border-b-2 px-1.5 py-2 font-medium -outline-offset-2!',
    isActive ? 'border-accent text-ink' : 'border-transparent text-soft hover:text-ink',
  )
}

/** At most 99+; in words for the ear. */
export function TabCount({ count }: { count: number }) {
  const t = useT()
  if (count === 0) return null
  return (
    <span className="text-small font-normal text-faint">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('inbox.tabCount', { count })}</span>
    </span>
  )
}
