import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

/** What is open, and until when. */
export function PayAmount(props: { open: number; currency: string; dueAt: number }) {
  const t = useT()
  const { money, day } = useFormat()
  return (
    <Card>
      <dl className="flex flex-wrap justify-between gap-x-10 gap-y-3">
        <div>
          <dt className="text-soft">{t('billing.payOpen')}</dt>
          <dd className="text-title font-semibold">{money(props.open, props.currency)}</dd>
        </div>
        <div className="sm:text-right">
          <dt className="text-soft">{t('billing.due')}</dt>
          <dd>{day(props.dueAt)}</dd>
        </div>
      </dl>
    </Card>
  )
}

/** Asks for the phone that pays what is open on an invoice. */
export function PayForm({ id, phone }: { id: number; phone: string }) {
  const t = useT()
  return (
    <Form method="post">
      <Card
        title={t('billing.method.mpesa')}
        description={t('billing.payLead')}
        footer={
          <>
            <LinkButton to={`/settings/billing/invoices/${id}`} variant="quiet">
              {t('common.cancel')}
            </LinkButton>
            <SubmitButton>{t('billing.paySend')}</SubmitButton>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <FormErrorSummary labels={{ phone: t('billing.payPhone') }} />
          <Field name="phone" label={t('billing.payPhone')} help={t('billing.payPhoneHelp')}>
            <Input type="tel" inputMode="tel" autoComplete="tel" defaultValue={phone} />
          </Field>
        </div>
      </Card>
    </Form>
  )
}
