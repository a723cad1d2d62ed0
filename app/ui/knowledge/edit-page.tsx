import type { ReactNode } from 'react'
import { Form } from '@remix-run/react'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Page, PageHeader } from '../page.tsx'
import { kinds } from './kinds.ts'
import type { KnowledgeKind } from './kinds.ts'

/** One question, product or document to add or change. `deletion` names what would go. */
export function EditPage(props: {
  kind: KnowledgeKind
  title: string
  description?: string
  action: string
  mayWrite: boolean
  result?: FormResult
  deletion?: { title: string; lead: string }
  submitLabel?: string
  children: ReactNode
}) {
  const { kind, title, description, action, mayWrite, result, deletion, submitLabel } = props
  const t = useT()
  const { to, label } = kinds[kind]
  return (
    <Page width="narrow">
      <PageHeader
        title={title}
        description={description}
        back={{ to, label: t(label) }}
        actions={mayWrite && deletion && <DeleteButton action={action} deletion={deletion} />}
      />
      <Card>
        <FormState result={result}>
          <Form method="post" action={action} encType="multipart/form-data" noValidate>
            <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-5">
              <FormErrorSummary />
              {props.children}
              {mayWrite && (
                <div>
                  <SubmitButton action={action}>{submitLabel ?? t('common.save')}</SubmitButton>
                </div>
              )}
            </fieldset>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}

function DeleteButton(props: { action: string; deletion: { title: string; lead: string } }) {
  const { action, deletion } = props
  const t = useT()
  return (
    <ConfirmDialog
      id="delete"
      trigger={t('common.delete')}
      title={deletion.title}
      action={`${action}/deletion`}
      confirmLabel={t('common.delete')}
    >
      {deletion.lead}
    </ConfirmDialog>
  )
}
