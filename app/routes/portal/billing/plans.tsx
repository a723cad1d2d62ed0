import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PlanCard } from '#app/ui/billing/plan-card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing, frame } = toBillingFrame(args.context, args.request)
  const standing = billing.standing()
  return {
    ...{ title: pageTitle(args, 'billing.plans'), plans: billing.plans() },
    mayWrite: frame.mayWrite && (!standing || ['trial', 'active'].includes(standing.status)),
    showsSetup: !standing || (standing.status === 'trial' && standing.periodStart === null),
    nowId: standing?.plan.id ?? null,
    nextId: standing?.nextPlan?.id ?? null,
    nextAt: standing?.nextPlan ? standing.periodEnd : null,
  }
}

export default function Plans() {
  const t = useT()
  const { plans, nowId, nextId, nextAt, mayWrite, showsSetup } = useLoaderData<typeof loader>()
  const stateOf = (id: string) => {
    if (nowId === null) return 'first'
    return id === nowId ? 'now' : id === nextId ? 'next' : 'other'
  }
  return (
    <Page width="wide">
      <PageHeader
        title={t('billing.plans')}
        description={t('billing.plansLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      <div className="grid gap-4 md:grid-cols-3">
        {plans.map((plan) => (
          <PlanCard
            key={plan.id}
            {...{ plan, nextAt, mayWrite, showsSetup }}
            state={stateOf(plan.id)}
          />
        ))}
      </div>
    </Page>
  )
}
