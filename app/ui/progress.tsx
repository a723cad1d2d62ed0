import { useNavigation } from '@remix-run/react'
import { useT } from './i18n-provider.tsx'

/** Long work with a number: `label` says what is being done, of which `done` of `total` are. */
export function Progress(props: { label: string; done: number; total: number }) {
  const { label, done, total } = props
  const t = useT()
  return (
    <label className="flex flex-col gap-1.5">
      <span className="flex justify-between gap-4">
        <span>{label}</span>
        <output className="text-faint">{t('common.progress', { done, total })}</output>
      </span>
      <progress className="progress" value={done} max={Math.max(1, total)} />
    </label>
  )
}

/** A thin line along the top while a page is on its way; not shown for what comes at once. */
export function NavigationProgress() {
  if (useNavigation().state === 'idle') return null
  return <div className="navigation-progress fixed inset-x-0 top-0 z-50 h-0.5" aria-hidden />
}
