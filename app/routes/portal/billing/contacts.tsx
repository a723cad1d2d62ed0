import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { contactForm } from '#app/routes/billing/contact-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { ContactFields } from '#app/ui/billing/contact-fields.tsx'
import { ContactList } from '#app/ui/billing/contact-list.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const notes = {
  added: 'dunning.contactAdded',
  changed: 'dunning.contactChanged',
  removed: 'dunning.contactRemoved',
} as const

export function loader(args: LoaderFunctionArgs) {
  const { billing, member } = toBillingFrame(args.context, args.request)
  const note = new URL(args.request.url).searchParams.get('note')
  return {
    ...{ title: pageTitle(args, 'dunning.contacts'), contacts: billing.contacts() },
    ...{ language: member.language, hasWhatsApp: billing.remindsByWhatsApp() },
    note: note && Object.hasOwn(notes, note) ? notes[note as keyof typeof notes] : undefined,
  }
}

/** Names somebody who is written to about invoices and payments. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const read = await readForm(request, contactForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const added = portal.billing.addContact(read.values)
  if (!added.ok) {
    const values = { ...read.values, phone: read.values.phone ?? '' }
    return data(refuseForm(values, { email: added.reason }).result, { status: 422 })
  }
  noteBilling(portal, 'billing.contact_added', { name: read.values.name })
  return redirect('/settings/billing/contacts?note=added')
}

export default function BillingContacts() {
  const t = useT()
  const { contacts, note, language, hasWhatsApp } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('dunning.contacts')}
        description={t('dunning.contactsLead')}
        back={{ to: '/settings/billing', label: t('billing.title') }}
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(note)}</Notice>
        </div>
      )}
      <ContactList contacts={contacts} />
      <FormState result={useActionData<FormResult>()}>
        <Form method="post" action="/settings/billing/contacts" noValidate>
          <Card
            title={t('dunning.contactAdd')}
            footer={<SubmitButton>{t('dunning.contactAdd')}</SubmitButton>}
          >
            <FormErrorSummary />
            <ContactFields {...{ language, hasWhatsApp }} />
          </Card>
        </Form>
      </FormState>
    </Page>
  )
}
