import { useRevalidator } from '@remix-run/react'
import { CircleCheck, CircleX, Hourglass, SearchCheck } from 'lucide-react'
import { useEffect } from 'react'
import { LinkButton } from '../button.tsx'
import { useFormat, useKnownText, useT } from '../i18n-provider.tsx'
import { useNow } from '../time.tsx'
import { Panel } from './outcome-panel.tsx'
import { RefundOutcome } from './refund-outcome.tsx'
import { paymentPhase } from './words.ts'

/** The company's own line of news says nothing of the platform's books, so the page looks again. */
const LOOK_EVERY_MS = 2_000
/** Without a script the browser itself looks again. */
const REFRESH_S = 5
const SLOW_MS = 90_000

export type ShownPayment = {
  id: number
  invoiceId: number | null
  isInvoiceOpen: 0 | 1
  method: 'mpesa' | 'card' | 'bank' | 'cash'
  direction: 'in' | 'out'
  status: string
  currency: string
  amount: number
  reference: string | null
  phone: string | null
  reason: string | null
  createdAt: number
}

/** What became of a payment: asked for, paid, not paid and why, or being checked. */
export function PaymentOutcome({ payment }: { payment: ShownPayment }) {
  const phase = paymentPhase(payment.status)
  const isIn = payment.direction === 'in'
  useLookingAgain(phase === 'waiting' && isIn)
  if (!isIn) return <RefundOutcome payment={payment} />
  return (
    <div role="status">
      {phase === 'waiting' && <Waiting payment={payment} />}
      {phase === 'settled' && <Paid payment={payment} />}
      {phase === 'review' && <Review payment={payment} />}
      {phase === 'failed' && <NotPaid payment={payment} />}
    </div>
  )
}

function useLookingAgain(isOn: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => void revalidate(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isOn, revalidate])
}

function Waiting({ payment }: { payment: ShownPayment }) {
  const t = useT()
  const { money } = useFormat()
  const isSlow = useNow() - payment.createdAt > SLOW_MS
  const amount = money(payment.amount, payment.currency)
  const isCard = payment.method === 'card'
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_S)} />
      </noscript>
      <Panel
        icon={<Hourglass aria-hidden />}
        title={t(isCard ? 'billing.waitCardTitle' : 'billing.waitTitle')}
        actions={
          <LinkButton to={`/settings/billing/payments/${payment.id}`} reloadDocument>
            {t('billing.waitRefresh')}
          </LinkButton>
        }
      >
        {isCard
          ? t(isSlow ? 'billing.waitCardSlow' : 'billing.waitCardLead', { amount })
          : isSlow
            ? t('billing.waitSlow')
            : t('billing.waitLead', { phone: payment.phone ?? '', amount })}
      </Panel>
    </>
  )
}

function Paid({ payment }: { payment: ShownPayment }) {
  const t = useT()
  const { money } = useFormat()
  const { reference, method, invoiceId } = payment
  return (
    <Panel
      tone="text-good bg-good-soft"
      icon={<CircleCheck aria-hidden />}
      title={t('billing.paidTitle')}
      actions={
        <>
          {invoiceId !== null && (
            <LinkButton to={`/settings/billing/invoices/${invoiceId}`} variant="primary">
              {t('billing.doc.invoice')}
            </LinkButton>
          )}
          <LinkButton to="/settings/billing">{t('billing.toOverview')}</LinkButton>
        </>
      }
    >
      {t('billing.paidLead', { amount: money(payment.amount, payment.currency) })}{' '}
      {method === 'mpesa' && reference && t('billing.paidReceipt', { reference })}
    </Panel>
  )
}

function Review({ payment }: { payment: ShownPayment }) {
  const t = useT()
  return (
    <Panel
      tone="text-warn bg-warn-soft"
      icon={<SearchCheck aria-hidden />}
      title={t('billing.reviewTitle')}
      actions={
        <LinkButton to={`/settings/billing/payments/${payment.id}`} reloadDocument>
          {t('billing.waitRefresh')}
        </LinkButton>
      }
    >
      {t(payment.method === 'card' ? 'billing.reviewCardLead' : 'billing.reviewLead')}
    </Panel>
  )
}

function NotPaid({ payment }: { payment: ShownPayment }) {
  const t = useT()
  const knownText = useKnownText()
  const { reason, phone, invoiceId, method, isInvoiceOpen } = payment
  const isByUs = method === 'mpesa' || method === 'card'
  const otherwise = t(method === 'card' ? 'billing.why.card' : 'billing.why.failed')
  return (
    <Panel
      tone="text-bad bg-bad-soft"
      icon={<CircleX aria-hidden />}
      title={t('billing.failedTitle')}
      actions={
        <>
          {isByUs && isInvoiceOpen === 1 && (
            <LinkButton to={`/settings/billing/invoices/${invoiceId}/payment`} variant="primary">
              {t('billing.retry')}
            </LinkButton>
          )}
          <LinkButton to="/settings/billing">{t('billing.toOverview')}</LinkButton>
        </>
      }
    >
      {knownText(`billing.why.${reason ?? 'failed'}`, otherwise)}{' '}
      {phone && t('billing.failedLead', { phone })}
    </Panel>
  )
}
