import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { measures } from '#app/domain/usage/measures.ts'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { PlanChange } from '#app/ui/billing/plan-change.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing, db } = toBillingFrame(args.context, args.request)
  const plan = billing.plans().find(({ id }) => id === args.params['plan'])
  if (!plan) throw new Response(null, { status: 404 })
  const standing = billing.standing()
  const { used } = billing.usage(db)
  const over = measures.filter((name) => used[name] > (plan.limits[name] ?? Infinity))
  return {
    title: pageTitle(args, 'billing.planTitle', { plan: plan.name }),
    ...{ plan, over, now: standing?.plan ?? null, monthlyNow: standing?.monthly ?? 0 },
    taxPercent: standing?.taxPercent ?? 0,
    preview: billing.previewPlan(plan.id) ?? null,
  }
}

export function action({ params, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const { billing, member, db } = portal
  const planId = params['plan'] ?? ''
  if (!billing.plans().some(({ id }) => id === planId)) throw new Response(null, { status: 404 })
  if (!billing.standing()) {
    const begun = billing.begin(planId, getCompany(db).timeZone)
    if (begun.ok) noteBilling(portal, 'billing.begun', { plan: planId })
    return redirect(`/settings/billing?note=${begun.ok ? 'begun' : 'refused'}`)
  }
  const changed = billing.changePlan(member, planId)
  if (!changed.ok) return redirect('/settings/billing?note=refused')
  noteBilling(portal, 'billing.plan_changed', { plan: planId })
  const note = changed.takesEffect === 'now' ? 'changed' : 'planned'
  return redirect(`/settings/billing?note=${note}`)
}

export default function Plan() {
  const t = useT()
  const { plan, over, now, monthlyNow, taxPercent, preview } = useLoaderData<typeof loader>()
  const what = over.map((name) => t(`billing.measure.${name}`)).join(', ')
  return (
    <Page width="narrow">
      <PageHeader
        title={t(now ? 'billing.planTitle' : 'billing.planBegin', { plan: plan.name })}
        back={{ to: '/settings/billing/plans', label: t('billing.plans') }}
      />
      {over.length > 0 && (
        <Notice tone="warn">{t('billing.planOver', { plan: plan.name, what })}</Notice>
      )}
      <Card
        footer={
          <>
            <LinkButton to="/settings/billing/plans" variant="quiet">
              {t('common.cancel')}
            </LinkButton>
            <Form method="post">
              <SubmitButton>{t(now ? 'billing.planConfirm' : 'billing.planStart')}</SubmitButton>
            </Form>
          </>
        }
      >
        <PlanChange {...{ plan, now, monthlyNow, taxPercent, preview }} />
      </Card>
    </Page>
  )
}
