import { CircleCheck, CircleX, Hourglass } from 'lucide-react'
import { LinkButton } from '../button.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Panel } from './outcome-panel.tsx'
import { paymentPhase } from './words.ts'

type Refund = {
  method: 'mpesa' | 'card' | 'bank' | 'cash'
  status: string
  currency: string
  amount: number
}

/** Money that goes back to the company: on its way, there, or not sent. */
export function RefundOutcome({ payment }: { payment: Refund }) {
  const t = useT()
  const { money } = useFormat()
  const phase = paymentPhase(payment.status)
  const values = {
    amount: money(payment.amount, payment.currency),
    method: t(`billing.method.${payment.method}`),
  }
  const actions = <LinkButton to="/settings/billing">{t('billing.toOverview')}</LinkButton>
  if (phase === 'settled')
    return (
      <Panel
        tone="text-good bg-good-soft"
        icon={<CircleCheck aria-hidden />}
        title={t('corrections.outPaid')}
        actions={actions}
      >
        {t('corrections.outPaidLead', values)}
      </Panel>
    )
  if (phase === 'failed')
    return (
      <Panel
        tone="text-bad bg-bad-soft"
        icon={<CircleX aria-hidden />}
        title={t('corrections.outFailed')}
        actions={actions}
      >
        {t('corrections.outFailedLead', values)}
      </Panel>
    )
  return (
    <Panel icon={<Hourglass aria-hidden />} title={t('corrections.outWaiting')} actions={actions}>
      {t('corrections.outWaitingLead', values)}
    </Panel>
  )
}
