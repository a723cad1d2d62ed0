import { Form } from '@remix-run/react'
import type { TransferRow } from '#app/domain/transfers/shown.ts'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select, Textarea } from '../input.tsx'

/** Approve, give it to somebody else, or refuse: one form, two buttons. */
export function DecisionForm(props: {
  request: TransferRow
  colleagues: { id: number; name: string }[]
}) {
  const { request, colleagues } = props
  const t = useT()
  return (
    <Card title={t('transfers.decide')}>
      <Form
        method="post"
        action={`/transfers/${request.id}`}
        noValidate
        className="flex flex-col gap-5"
      >
        <FormErrorSummary />
        <Field name="memberId" label={t('transfers.giveTo')}>
          <Select defaultValue={request.targetMemberId ?? ''}>
            <option value="">{t('transfers.queue')}</option>
            {colleagues.map((colleague) => (
              <option key={colleague.id} value={colleague.id}>
                {colleague.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          name="reason"
          label={t('transfers.decisionReason', { name: request.askerName })}
          help={t('transfers.decisionReasonHelp')}
          optional
        >
          <Textarea rows={3} maxLength={500} />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="decision" value="approve" variant="primary">
            {t('transfers.approve')}
          </Button>
          <Button type="submit" name="decision" value="refuse">
            {t('transfers.refuse')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
