import type { ReactNode } from 'react'
import { CloudAlert } from 'lucide-react'
import { classes } from './classes.ts'
import { LinkButton } from './button.tsx'
import { useErrorText, useT } from './i18n-provider.tsx'

/** Nothing here yet: what belongs here, and the one next step. */
export function EmptyState(props: {
  icon?: ReactNode
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  compact?: boolean
}) {
  const { icon, title, children, action, compact } = props
  return (
    <div
      className={classes(
        'flex flex-col items-center justify-center px-6 text-center',
        compact ? 'py-8' : 'py-16',
      )}
    >
      {icon && (
        <span className="mb-4 grid size-11 place-items-center rounded-lg border bg-surface text-faint [&>svg]:size-5">
          {icon}
        </span>
      )}
      <h2 className="font-semibold">{title}</h2>
      {children && <p className="mt-1 max-w-sm text-soft text-pretty">{children}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}

/** A part of the page that could not be had. `code` is an error code of the catalogue. */
export function ErrorState(props: { code?: string; retryTo?: string; action?: ReactNode }) {
  const { code = 'unavailable', retryTo, action } = props
  const t = useT()
  const errorText = useErrorText()
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-lg bg-bad-soft text-bad">
        <CloudAlert className="size-5" aria-hidden />
      </span>
      <p className="max-w-sm text-pretty">{errorText(code)}</p>
      <div className="mt-5">
        {action ?? (retryTo && <LinkButton to={retryTo}>{t('common.retry')}</LinkButton>)}
      </div>
    </div>
  )
}

/** The shape of what is coming; `lines` of text, or a class for anything else. */
export function Skeleton({ lines = 1, className }: { lines?: number; className?: string }) {
  const t = useT()
  return (
    <div role="status" className="flex flex-col gap-2.5">
      <span className="sr-only">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          className={classes(
            'skeleton h-3.5',
            line === lines - 1 && lines > 1 && 'w-3/5',
            className,
          )}
        />
      ))}
    </div>
  )
}
