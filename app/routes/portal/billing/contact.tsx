import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { contactForm } from '#app/routes/billing/contact-form.server.ts'
import { noteBilling, toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { ContactFields } from '#app/ui/billing/contact-fields.tsx'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const LIST = '/settings/billing/contacts'

/** Somebody who is written to about money. @throws Response 404 when there is nobody such */
export function loader(args: LoaderFunctionArgs) {
  const { billing } = toBillingFrame(args.context, args.request)
  const contact = billing.contacts().find(({ id }) => id === Number(args.params['id']))
  if (!contact) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'dunning.contactChangeOf', { name: contact.name })
  return { title, contact, hasWhatsApp: billing.remindsByWhatsApp() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const read = await readForm(request, contactForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const id = Number(params['id'])
  const changed = portal.billing.changeContact({ ...read.values, id })
  if (!changed.ok) {
    if (changed.reason === 'not_found') throw new Response(null, { status: 404 })
    const values = { ...read.values, phone: read.values.phone ?? '' }
    return data(refuseForm(values, { email: changed.reason }).result, { status: 422 })
  }
  noteBilling(portal, 'billing.contact_changed', { name: read.values.name })
  return redirect(`${LIST}?note=changed`)
}

export default function BillingContact() {
  const t = useT()
  const { contact, hasWhatsApp } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('dunning.contactChangeOf', { name: contact.name })}
        back={{ to: LIST, label: t('dunning.contacts') }}
      />
      <FormState result={useActionData<FormResult>()}>
        <Form method="post" action={`${LIST}/${contact.id}`} noValidate>
          <Card
            footer={
              <>
                <LinkButton to={LIST}>{t('common.cancel')}</LinkButton>
                <SubmitButton>{t('common.save')}</SubmitButton>
              </>
            }
          >
            <FormErrorSummary />
            <ContactFields {...{ contact, hasWhatsApp, language: contact.language }} />
          </Card>
        </Form>
      </FormState>
    </Page>
  )
}
