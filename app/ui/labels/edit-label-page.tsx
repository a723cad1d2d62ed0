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

/** One tag or priority to change, with its deletion. */
export function EditLabelPage(props: {
  title: string
  back: { to: string; label: string }
  action: string
  mayWrite: boolean
  result?: FormResult
  deletion?: { title: string; lead: string }
  children: ReactNode
}) {
  const { title, back, action, mayWrite, result, deletion } = props
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={title}
        back={back}
        actions={
          mayWrite &&
          deletion && (
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
      />
      <Card>
        <FormState result={result}>
          <Form method="post" action={action} noValidate>
            <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-5">
              <FormErrorSummary />
              {props.children}
              {mayWrite && (
                <div>
                  <SubmitButton action={action}>{t('common.save')}</SubmitButton>
                </div>
              )}
            </fieldset>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
