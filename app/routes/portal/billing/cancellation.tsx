import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const standing = billing.standing()
  if (!standing || standing.status === 'cancelled' || standing.cancelsAtPeriodEnd)
    throw redirect('/settings/billing')
  const { plan, status, periodEnd, owed, currency } = standing
  return {
    ...{ title: pageTitle(args, 'billing.cancelTitle'), plan: plan.name, owed, currency },
    worksUntil: status === 'active' ? periodEnd : null,
  }
}

export function action({ context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const before = portal.billing.standing()
  if (!before || before.status === 'cancelled') return redirect('/settings/billing?note=refused')
  const cancelled = portal.billing.cancel(portal.member)
  if (!cancelled.ok) return redirect('/settings/billing?note=refused')
  noteBilling(portal, 'billing.cancelled')
  return redirect('/settings/billing?note=cancelled')
}

export default function Cancellation() {
  const t = useT()
  const { day, money } = useFormat()
  const { plan, worksUntil, owed, currency } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('billing.cancelTitle')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      <Card
        footer={
          <>
            <LinkButton to="/settings/billing">{t('billing.cancelKeep')}</LinkButton>
            <Form method="post">
              <SubmitButton variant="danger">{t('billing.cancelConfirm', { plan })}</SubmitButton>
            </Form>
          </>
        }
      >
        <p className="text-pretty">
          {worksUntil === null
            ? t('billing.cancelNow')
            : t('billing.cancelLead', { day: day(worksUntil) })}
        </p>
        {owed > 0 && (
          <p className="mt-3 font-medium">
            {t('billing.cancelOwed', { amount: money(owed, currency) })}
          </p>
        )}
      </Card>
    </Page>
  )
}
