import type { ReactNode } from 'react'
import { Form } from '@remix-run/react'
import type { Company } from '#app/platform/companies/find.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

/** One change of one company: what it does, what it needs, and the button that does it. */
export function ActionPage(props: {
  company: Pick<Company, 'id' | 'name'>
  /** the last part of its address */
  verb: string
  /** where it came from; the company's page without */
  back?: { to: string; label: string }
  title: string
  lead: string
  confirm: string
  isDanger?: boolean
  /** nothing can be done here now, and why */
  closed?: ReactNode
  result?: FormResult
  children?: ReactNode
}) {
  const { company, verb, title, lead, confirm, isDanger, closed, result, children } = props
  const t = useT()
  const base = `/admin/companies/${company.id}`
  const back = props.back ?? { to: base, label: company.name }
  return (
    <Page width="narrow">
      <PageHeader title={title} description={lead} back={back} />
      {closed || (
        <FormState result={result}>
          <Form method="post" action={`${base}/${verb}`} noValidate>
            <Card
              footer={
                <>
                  <LinkButton to={back.to}>{t('common.cancel')}</LinkButton>
                  <SubmitButton variant={isDanger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
                </>
              }
            >
              <div className="flex flex-col gap-5">
                <FormErrorSummary />
                {children}
              </div>
            </Card>
          </Form>
        </FormState>
      )}
    </Page>
  )
}
