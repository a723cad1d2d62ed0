import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listContacts } from '#app/domain/contacts/list.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { createLead } from '#app/domain/leads/create.server.ts'
import { listStages } from '#app/domain/leads/stages.server.ts'
import { newLeadForm } from '#app/routes/lead-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { NewLeadFields } from '#app/ui/leads/new-lead-fields.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.write')
  const query = new URL(args.request.url).searchParams
  const contact = findContact(db, member, Number(query.get('contact')))
  const conversationId = Number(query.get('conversation')) || undefined
  const recent = listContacts(db, member, {}).rows.map(({ id, name, phone }) => ({
    id,
    name,
    phone,
  }))
  return {
    title: pageTitle(args, 'leads.new'),
    contact: contact && { id: contact.id, name: contact.name, phone: contact.phone },
    ...{ recent, conversationId },
    stages: listStages(db).filter((stage) => stage.kind === 'open'),
    currency: getCompany(db).currency,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const read = await readForm(request, newLeadForm(getCompany(db).currency))
  if (!read.ok) return read.result
  const { value, ...values } = read.values
  const order = { ...values, valueMinor: value, ownerId: member.id }
  const made = createLead(db, member, order)
  if (made.ok) return redirect(`/leads/${made.id}`)
  return refuseForm({ ...read.values, value: value ?? '' }, { contactId: made.reason }).result
}

export default function NewLead() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader title={t('leads.new')} back={{ to: '/leads', label: t('leads.title') }} />
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form method="post" action="/leads/new" noValidate className="flex flex-col gap-5">
            <FormErrorSummary />
            {shown.conversationId && (
              <input type="hidden" name="conversationId" value={shown.conversationId} />
            )}
            <NewLeadFields {...shown} />
            <div>
              <SubmitButton action="/leads/new">{t('leads.create')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
