import { Form } from '@remix-run/react'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { LabelFields } from './label-fields.tsx'

/** One line that adds a tag or a priority; empty again after each one. */
export function NewLabelCard(props: {
  title: string
  action: string
  result?: FormResult
  /** how many there are: a new one empties the form */
  count: number
}) {
  const { title, action, result, count } = props
  const t = useT()
  return (
    <Card title={title}>
      <FormState result={result}>
        <Form key={count} method="post" action={action} noValidate>
          <div className="grid gap-4 sm:grid-cols-[1fr_12rem_auto] sm:items-start">
            <LabelFields />
            <div className="sm:pt-7">
              <SubmitButton action={action}>{t('labels.add')}</SubmitButton>
            </div>
          </div>
        </Form>
      </FormState>
    </Card>
  )
}
