import type { ReactNode } from 'react'
import { CirclePause, Compass, FileWarning, Lock, ServerCrash, Unplug } from 'lucide-react'
import { LinkButton } from './button.tsx'
import { useT } from './i18n-provider.tsx'

const kinds = {
  not_found: {
    code: '404',
    icon: Compass,
    title: 'errors.page404Title',
    lead: 'errors.page404Lead',
  },
  forbidden: { code: '403', icon: Lock, title: 'errors.page403Title', lead: 'errors.page403Lead' },
  bad_request: {
    code: '400',
    icon: FileWarning,
    title: 'errors.page400Title',
    lead: 'errors.page400Lead',
  },
  broken: {
    code: '500',
    icon: ServerCrash,
    title: 'errors.page500Title',
    lead: 'errors.page500Lead',
  },
  too_large: {
    code: '413',
    icon: FileWarning,
    title: 'errors.page413Title',
    lead: 'errors.page413Lead',
  },
  unavailable: {
    code: '503',
    icon: Unplug,
    title: 'errors.page503Title',
    lead: 'errors.page503Lead',
  },
  suspended: {
    code: undefined,
    icon: CirclePause,
    title: 'errors.suspendedTitle',
    lead: 'errors.suspendedLead',
  },
  support: {
    code: '403',
    icon: Lock,
    title: 'support.refusedTitle',
    lead: 'support.refusedLead',
  },
  unknown_host: {
    code: undefined,
    icon: Compass,
    title: 'errors.unknownHostTitle',
    lead: 'errors.unknownHostLead',
  },
} as const

export type ErrorKind = keyof typeof kinds

/** The kind of page for an HTTP status. */
export function toErrorKind(status: number): ErrorKind {
  if (status === 404) return 'not_found'
  if (status === 403 || status === 401) return 'forbidden'
  if (status === 400 || status === 422) return 'bad_request'
  if (status === 413) return 'too_large'
  if (status === 503) return 'unavailable'
  return 'broken'
}

/** What such a page is called, also in the browser's tab. */
export function useErrorTitle(): (kind: ErrorKind, values?: Record<string, string>) => string {
  const t = useT()
  return (kind, values = {}) => t(kinds[kind].title, { company: '', host: '', ...values })
}

/** A page that could not be shown: what happened, what was kept, what to do. */
export function ErrorPage(props: {
  kind: ErrorKind
  /** For `suspended`. */
  company?: string
  /** For `suspended`: what whoever decided it says. */
  why?: string
  /** For `unknown_host`. */
  host?: string
  requestId?: string
  /** The way on; without one, a link to the start. */
  action?: ReactNode
  /** Inside the shell: leaves the frame of the page alone. */
  inPage?: boolean
}) {
  const { kind, company = '', why, host = '', requestId, action, inPage } = props
  const t = useT()
  const { code, icon: Icon, title, lead } = kinds[kind]
  const values = { company, host }
  const Frame = inPage ? 'div' : 'main'
  return (
    <Frame
      className={
        inPage ? 'px-6 py-20' : 'flex min-h-dvh flex-col items-start justify-center px-6 py-16'
      }
    >
      <div className="mx-auto w-full max-w-md">
        <span className="mb-6 grid size-12 place-items-center rounded-lg border bg-surface text-accent">
          <Icon className="size-6" aria-hidden />
        </span>
        {code && <p className="font-medium text-faint">{code}</p>}
        <h1 className="mt-1 text-display font-semibold">{t(title, values)}</h1>
        {why && (
          <p className="mt-3 border-l-2 border-line-strong pl-3 wrap-anywhere whitespace-pre-line">
            {why}
          </p>
        )}
        <p className="mt-3 text-soft">{t(lead, values)}</p>
        <div className="mt-7 flex flex-wrap gap-2">
          {action ?? <LinkButton to="/">{t('errors.goHome')}</LinkButton>}
        </div>
        {requestId && (
          <p className="mt-8 text-small text-faint">{t('errors.requestId', { id: requestId })}</p>
        )}
      </div>
    </Frame>
  )
}
