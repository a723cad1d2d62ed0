import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { Notice } from '../notice.tsx'

/** Asks for the phone that pays what is open on an invoice. */
export function PayForm(props: {
  id: number
  number: string
  open: number
  currency: string
  dueAt: number
  phone: string
  canPay: boolean
}) {
  const { id, number, open, currency, dueAt, phone, canPay } = props
  const t = useT()
  const { money, day } = useFormat()
  return (
    <Form method="post" className="flex flex-col gap-5">
      <FormErrorSummary labels={{ phone: t('billing.payPhone') }} />
      <Card>
        <dl className="flex flex-wrap justify-between gap-x-10 gap-y-3">
          <div>
            <dt className="text-soft">{t('billing.payOpen')}</dt>
            <dd className="text-title font-semibold">{money(open, currency)}</dd>
          </div>
          <div className="sm:text-right">
            <dt className="text-soft">{t('billing.due')}</dt>
            <dd>{day(dueAt)}</dd>
          </div>
        </dl>
      </Card>
      {canPay ? (
        <>
          <Field name="phone" label={t('billing.payPhone')} help={t('billing.payPhoneHelp')}>
            <Input type="tel" inputMode="tel" autoComplete="tel" defaultValue={phone} />
          </Field>
          <p className="text-soft">{t('billing.payLead')}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t('billing.paySend')}</SubmitButton>
            <LinkButton to={`/settings/billing/invoices/${id}`} variant="quiet">
              {t('common.cancel')}
            </LinkButton>
          </div>
        </>
      ) : (
        <Notice>{t('billing.payOff', { number })}</Notice>
      )}
    </Form>
  )
}
