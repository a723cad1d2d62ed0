import type { ReactNode } from 'react'
import { Form, useLocation } from '@remix-run/react'
import { ExternalLink } from 'lucide-react'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { useErrorText, useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { CompanyFrame } from './company-frame.server.ts'
import { StandingBadge } from './standing-badge.tsx'

/** The frame of a company's pages: who it is, how it stands, what was just done. */
export function CompanyPage({ frame, children }: { frame: CompanyFrame; children: ReactNode }) {
  const { company, signInUrl, may, note, problem } = frame
  const t = useT()
  const errorText = useErrorText()
  return (
    <Page width="wide">
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            {company.name}
            <StandingBadge standing={company.standing} />
          </span>
        }
        description={
          <a
            href={signInUrl}
            className="inline-flex items-center gap-1.5 py-0.5 hover:text-ink hover:underline"
          >
            {company.slug}
            <ExternalLink className="size-3.5" aria-label={t('platform.openPortal')} />
          </a>
        }
        back={{ to: '/admin/companies', label: t('platform.companies') }}
        actions={
          may.visit && (
            <LinkButton to={`/admin/companies/${company.id}/visit`}>{t('support.open')}</LinkButton>
          )
        }
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(note)}</Notice>
        </div>
      )}
      {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      <State frame={frame} />
      <CompanyTabs frame={frame} />
      {children}
    </Page>
  )
}

function CompanyTabs({ frame: { company, may } }: { frame: CompanyFrame }) {
  const t = useT()
  const { pathname } = useLocation()
  const base = `/admin/companies/${company.id}`
  const tabs = [
    { to: base, label: t('admin.tabCompany') },
    ...(may.seeMoney ? [{ to: `${base}/subscription`, label: t('admin.tabSubscription') }] : []),
    { to: `${base}/history`, label: t('admin.tabHistory') },
    { to: `/admin/log?company=${company.id}`, label: t('log.short') },
  ]
  return (
    <Tabs
      label={company.name}
      tabs={tabs.map((tab) => ({ ...tab, active: tab.to === pathname }))}
    />
  )
}

/** Why it is closed and how it opens again; nothing for a company that is open. */
function State({ frame: { company, may } }: { frame: CompanyFrame }) {
  const { id, status, suspendedReason, suspendedBy, deletesAt } = company
  const t = useT()
  const format = useFormat()
  if (deletesAt !== null) {
    const words = t('admin.leavesOn', { day: format.dateTime(deletesAt) })
    return (
      <Notice
        tone="bad"
        action={
          may.change && <Undo to={`/admin/companies/${id}/restoration`} word="admin.restore" />
        }
      >
        {words}
      </Notice>
    )
  }
  if (status === 'active') return null
  if (suspendedBy === 'billing') return <Notice tone="warn">{t('admin.closedByBilling')}</Notice>
  return (
    <Notice
      tone="warn"
      action={
        may.change && <Undo to={`/admin/companies/${id}/reactivation`} word="platform.reactivate" />
      }
    >
      {t('admin.suspendedFor', { reason: suspendedReason ?? '–' })}
    </Notice>
  )
}

function Undo({ to, word }: { to: string; word: 'admin.restore' | 'platform.reactivate' }) {
  const t = useT()
  return (
    <Form method="post" action={to}>
      <SubmitButton variant="secondary" size="small" action={to}>
        {t(word)}
      </SubmitButton>
    </Form>
  )
}

/** One fact of a definition list. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  )
}
