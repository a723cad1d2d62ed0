import { Form } from '@remix-run/react'
import type { Standing } from './standing.ts'
import { Badge } from '../badge.tsx'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { StandingWords } from './standing-words.tsx'
import { subscriptionTone } from './words.ts'

/** Plan, price, how things stand, and what can be done about it. */
export function StandingCard({ standing, mayWrite }: { standing: Standing; mayWrite: boolean }) {
  const t = useT()
  const { money } = useFormat()
  const { plan, status, monthly, currency, taxPercent } = standing
  return (
    <Card footer={mayWrite && <Actions standing={standing} />}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="flex items-center gap-2 text-title font-semibold">
            {plan.name}
            <Badge tone={subscriptionTone(status)}>{t(`billing.status.${status}`)}</Badge>
          </h2>
          <p className="mt-2 max-w-prose text-soft text-pretty">
            <StandingWords standing={standing} />
          </p>
        </div>
        <p className="sm:text-right">
          <span className="block font-semibold">
            {t('billing.perMonth', { amount: money(monthly, currency) })}
          </span>
          <span className="text-small text-faint">
            {t('billing.plusTax', { percent: String(taxPercent) })}
          </span>
        </p>
      </div>
      <ul className="mt-3 flex flex-col gap-1 text-soft empty:hidden">
        <Extras standing={standing} />
      </ul>
    </Card>
  )
}

function Extras({ standing }: { standing: Standing }) {
  const t = useT()
  const { money, day } = useFormat()
  const { nextPlan, credit, currency, owed, periodEnd } = standing
  return (
    <>
      {nextPlan && periodEnd !== null && (
        <li>{t('billing.says.next', { day: day(periodEnd), plan: nextPlan.name })}</li>
      )}
      {owed > 0 && (
        <li className="font-medium text-ink">
          {t('billing.owed', { amount: money(owed, currency) })}
        </li>
      )}
      {credit > 0 && <li>{t('billing.credit', { amount: money(credit, currency) })}</li>}
    </>
  )
}

function Actions({ standing }: { standing: Standing }) {
  const t = useT()
  const { status, next, cancelsAtPeriodEnd } = standing
  const isOver = status === 'cancelled'
  const canLeave = !isOver && !cancelsAtPeriodEnd
  return (
    <>
      {canLeave && (
        <LinkButton to="/settings/billing/cancellation" variant="quiet" className="sm:mr-auto">
          {t('billing.cancel')}
        </LinkButton>
      )}
      {(status === 'trial' || status === 'active') && (
        <LinkButton to="/settings/billing/plans">{t('billing.changePlan')}</LinkButton>
      )}
      {(isOver || cancelsAtPeriodEnd) && (
        <Form method="post" action="/settings/billing/resumption">
          <SubmitButton
            variant={next ? 'secondary' : 'primary'}
            action="/settings/billing/resumption"
          >
            {t(isOver ? 'billing.comeBack' : 'billing.resume')}
          </SubmitButton>
        </Form>
      )}
      <PayButton standing={standing} />
    </>
  )
}

/** Leads to the invoice that is due first; during the free days it asks for the first one. */
function PayButton({ standing }: { standing: Standing }) {
  const t = useT()
  const { money } = useFormat()
  const { next, status, currency } = standing
  if (next)
    return (
      <LinkButton to={`/settings/billing/invoices/${next.id}/payment`} variant="primary">
        {t('billing.payAmount', { amount: money(next.open, currency) })}
      </LinkButton>
    )
  if (status !== 'trial') return null
  return (
    <Form method="post" action="/settings/billing/order">
      <SubmitButton action="/settings/billing/order">{t('billing.orderNow')}</SubmitButton>
    </Form>
  )
}
