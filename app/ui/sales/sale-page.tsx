import { Form } from '@remix-run/react'
import type { Sale } from '#app/domain/sales/shown.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { SaleFields } from '../closing/sale-fields.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Input } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { SaleFacts } from './sale-facts.tsx'

/** One sale: what was written down, and for managers the form that puts it right. */
export function SalePage(props: {
  sale: Sale
  mayCorrect: boolean
  wasSaved: boolean
  result: FormResult | undefined
}) {
  const { sale, mayCorrect, wasSaved, result } = props
  const t = useT()
  const name = toName(t, { name: sale.contactName, phone: sale.contactPhone })
  return (
    <Page>
      <PageHeader
        title={t('closing.saleOf', { name })}
        back={{ to: '/sales', label: t('closing.sales') }}
        actions={
          <>
            {sale.conversationId !== null && (
              <LinkButton to={`/conversations/${sale.conversationId}`}>
                {t('closing.toConversation')}
              </LinkButton>
            )}
            {mayCorrect && <VoidButton sale={sale} />}
          </>
        }
      />
      {wasSaved && (
        <div role="status">
          <Notice tone="good">{t('settings.saved')}</Notice>
        </div>
      )}
      <SaleFacts sale={sale} />
      {mayCorrect && (
        <FormState result={result}>
          <Card title={t('closing.correct')}>
            <Form
              key={`${sale.correctedAt}`}
              method="post"
              action={`/sales/${sale.id}`}
              className="mt-3 flex flex-col gap-6"
              noValidate
            >
              <FormErrorSummary />
              <SaleFields
                currency={sale.currency}
                searchPath={`/sales/${sale.id}`}
                required={['won_amount']}
                start={toStart(sale)}
                linesMin={Math.max(1, sale.items.length)}
              />
              <div className="flex justify-end">
                <SubmitButton>{t('common.save')}</SubmitButton>
              </div>
            </Form>
          </Card>
        </FormState>
      )}
    </Page>
  )
}

function VoidButton({ sale }: { sale: Sale }) {
  const t = useT()
  const { money } = useFormat()
  return (
    <ConfirmDialog
      id="void"
      trigger={t('closing.void')}
      title={t('closing.voidTitle', { amount: money(sale.amountMinor, sale.currency) })}
      action={`/sales/${sale.id}/voiding`}
      confirmLabel={t('closing.void')}
    >
      <p className="mb-4">{t('closing.voidLead')}</p>
      <Field name="reason" label={t('closing.reasonLost')} optional>
        <Input maxLength={500} autoComplete="off" />
      </Field>
    </ConfirmDialog>
  )
}

function toStart(sale: Sale) {
  return {
    lines: sale.items.map((item) => ({
      ...{ productId: item.productId === null ? '' : String(item.productId), name: item.name },
      ...{ quantity: String(item.quantity) },
      price: toMoneyInput(item.unitPriceMinor, sale.currency),
    })),
    amount: toMoneyInput(sale.amountMinor, sale.currency),
    ...{ paymentMethod: sale.paymentMethod, whatWorked: sale.whatWorked },
  }
}
