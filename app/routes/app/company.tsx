import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ExternalLink } from 'lucide-react'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { findTenant, listTenantAudit } from '#app/platform/tenants/list.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { CompanyStatus } from '#app/routes/platform/company-table.tsx'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useKnownText, useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const notes = { suspended: 'platform.suspended', reactivated: 'platform.reactivated' } as const

/** One company as the platform sees it: never what is inside its file. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { platform, appOrigin, user } = requireUser(args.context, 'admin.read')
  const company = findTenant(platform, args.params['tenant'] ?? '')
  if (!company) throw new Response(null, { status: 404 })
  const note = new URL(args.request.url).searchParams.get('note')
  return {
    title: pageTitle(args, 'platform.company'),
    company,
    history: listTenantAudit(platform, company.id),
    signInUrl: `${appOrigin.replace('://app.', `://${company.slug}.`)}/login`,
    mayChange: platformCan(user.role, 'tenants.write'),
    note: note === 'suspended' || note === 'reactivated' ? notes[note] : undefined,
  }
}

export default function Company() {
  const { company, signInUrl, mayChange, note } = useLoaderData<typeof loader>()
  const t = useT()
  const knownText = useKnownText()
  return (
    <Page>
      <PageHeader
        title={company.name}
        description={company.slug}
        back={{ to: '/admin', label: t('platform.companies') }}
      />
      {note && <Notice tone="good">{t(note)}</Notice>}
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-4">
        <Fact label={t('platform.status')}>
          <CompanyStatus status={company.status} />
        </Fact>
        <Fact label={t('platform.industry')}>
          {t(`auth.industry_${company.industry as IndustrySlug}`)}
        </Fact>
        <Fact label={t('platform.plan')}>
          {knownText(`platform.plan_${company.plan}`, company.plan)}
        </Fact>
        <Fact label={t('platform.created')}>
          <Time at={company.createdAt} as="day" />
        </Fact>
      </dl>
      <p>
        <a
          href={signInUrl}
          className="inline-flex items-center gap-1.5 py-0.5 font-medium text-accent hover:underline"
        >
          {t('platform.openPortal')}
          <ExternalLink className="size-4" aria-hidden />
        </a>
      </p>
      {mayChange && (company.status === 'active' ? <Suspend /> : <Reactivate />)}
      <History />
    </Page>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  )
}

function Suspend() {
  const { company } = useLoaderData<typeof loader>()
  const t = useT()
  const action = `/admin/companies/${company.id}/suspension`
  return (
    <Section title={t('platform.suspendTitle')} description={t('platform.suspendLead')}>
      <Form method="post" action={action} className="flex max-w-md flex-col gap-4">
        <Field
          name="reason"
          label={t('platform.suspendReason')}
          help={t('platform.suspendReasonHelp')}
        >
          <Input maxLength={300} required />
        </Field>
        <div>
          <SubmitButton variant="danger" action={action}>
            {t('platform.suspend')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

function Reactivate() {
  const { company } = useLoaderData<typeof loader>()
  const t = useT()
  const action = `/admin/companies/${company.id}/reactivation`
  return (
    <Section title={t('platform.reactivate')} description={t('platform.reactivateLead')}>
      {company.suspendedReason && <Notice tone="warn">{company.suspendedReason}</Notice>}
      <Form method="post" action={action}>
        <SubmitButton action={action}>{t('platform.reactivate')}</SubmitButton>
      </Form>
    </Section>
  )
}

const actions = {
  'tenant.suspended': 'platform.action_suspended',
  'tenant.reactivated': 'platform.action_reactivated',
} as const

function History() {
  const { history } = useLoaderData<typeof loader>()
  const t = useT()
  const known = history.filter((entry) => Object.hasOwn(actions, entry.action))
  return (
    <Section title={t('platform.history')}>
      {known.length === 0 && <p className="text-soft">{t('platform.historyEmpty')}</p>}
      <ul className="flex flex-col gap-1.5">
        {known.map((entry) => (
          <li key={entry.id} className="flex flex-wrap justify-between gap-x-4">
            {t(actions[entry.action as keyof typeof actions], { name: entry.actorName })}
            <Time at={entry.at} className="text-faint" />
          </li>
        ))}
      </ul>
    </Section>
  )
}
