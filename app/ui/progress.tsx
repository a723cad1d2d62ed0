import { useId } from 'react'
import { useNavigation } from '@remix-run/react'
import { useT } from './i18n-provider.tsx'

/** Long work with a number: `label` says what is being done, of which `done` of `total` are. */
export function Progress(props: { label: string; done: number; total: number }) {
  const { label, done, total } = props
  const t = useT()
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <span className="flex justify-between gap-4">
        <span id={id}>{label}</span>
        <output className="text-faint">{t('common.progress', { done, total })}</output>
      </span>
      <progress aria-labelledby={id} className="progress" value={done} max={Math.max(1, total)} />
    </div>
  )
}

/** A thin line along the top while a page is on its way; not shown for what comes at once. */
export function NavigationProgress() {
  if (useNavigation().state === 'idle') return null
  return <div className="navigation-progress fixed inset-x-0 top-0 z-50 h-0.5" aria-hidden />
}
