import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveLead } from '#app/domain/leads/edit.server.ts'
import { findLead } from '#app/domain/leads/reach.server.ts'
import { leadForm } from '#app/routes/lead-forms.server.ts'
import { toLeadPage } from '#app/routes/lead-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { toName } from '#app/ui/inbox/preview-text.ts'
import { LeadAside } from '#app/ui/leads/lead-aside.tsx'
import { LeadFields } from '#app/ui/leads/lead-fields.tsx'
import { LeadKnowledge } from '#app/ui/leads/lead-knowledge.tsx'
import { useContactNews } from '#app/ui/leads/use-contact-news.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  const page = toLeadPage(db, member, Number(args.params['id']))
  if (!page) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'leads.edit'), ...page, owners: listAssignable(db) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const lead = findLead(db, member, Number(params['id']))
  if (!lead) throw new Response(null, { status: 404 })
  const { timeZone } = getCompany(db)
  const typed = request.clone()
  const read = await readForm(request, leadForm({ currency: lead.currency, timeZone }))
  if (!read.ok) return read.result
  const { value: valueMinor, ...details } = read.values
  const saved = saveLead(db, member, { id: lead.id, valueMinor, ...details })
  if (saved.ok) return redirect(`/leads/${lead.id}`)
  const values = Object.fromEntries(await typed.formData())
  return refuseForm(values, { ownerId: saved.reason }).result
}

export default function Lead() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const { lead, contact, stage, owners, mayWrite, stages, history, tasks } = shown
  const problem = useSearchParams()[0].get('problem')
  const errorText = useErrorText()
  useContactNews()
  const address = `/leads/${lead.id}`
  return (
    <Page width="wide">
      <PageHeader
        title={lead.title || toName(t, contact)}
        back={{ to: '/leads', label: t('leads.title') }}
      />
      {problem && (
        <div role="alert">
          <Notice tone="bad">{errorText(problem)}</Notice>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <LeadKnowledge
            leadId={lead.id}
            fields={shown.fields}
            reading={shown.reading}
            mayWrite={mayWrite}
          />
          <Card title={t('leads.details')}>
            <FormState result={useActionData<typeof action>()}>
              <Form method="post" action={address} noValidate>
                <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-5">
                  <FormErrorSummary />
                  <LeadFields lead={lead} owners={owners} stageProbability={stage.probability} />
                  {mayWrite && (
                    <div>
                      <SubmitButton action={address}>{t('leads.save')}</SubmitButton>
                    </div>
                  )}
                </fieldset>
              </Form>
            </FormState>
          </Card>
        </div>
        <LeadAside {...{ lead, contact, stage, stages, history, mayWrite, tasks }} />
      </div>
    </Page>
  )
}
