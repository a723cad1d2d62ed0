import { Form } from '@remix-run/react'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Checkbox } from '../choice.tsx'
import { useT } from '../i18n-provider.tsx'

/** Leads to the page where the card is typed; we never see its number. */
export function CardPayForm({ id, isFirst }: { id: number; isFirst: boolean }) {
  const t = useT()
  const action = `/settings/billing/invoices/${id}/card-payment`
  return (
    <Form method="post" action={action}>
      <Card
        title={t('billing.method.card')}
        description={t('billing.cardLead')}
        footer={
          <SubmitButton action={action} variant={isFirst ? 'primary' : 'secondary'}>
            {t('billing.cardPay')}
          </SubmitButton>
        }
      >
        <Checkbox name="keeps" label={t('billing.cardKeep')} help={t('billing.cardKeepHelp')} />
      </Card>
    </Form>
  )
}
