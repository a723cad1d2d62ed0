import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findContact } from '#app/domain/contacts/list.server.ts'
import { countPersonData } from '#app/domain/privacy/count-person.server.ts'
import { eraseContact, nameToType } from '#app/domain/privacy/erase.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.delete')
  const contact = findContact(db, member, Number(args.params['id']))
  if (!contact) throw new Response(null, { status: 404 })
  const { id } = contact
  const title = pageTitle(args, 'privacy.eraseTitle')
  return { title, id, name: nameToType(contact), counts: countPersonData(db, id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.delete')
  const contactId = Number(params['id'])
  const value = (await readFormData(request)).get('name')
  const typedName = typeof value === 'string' ? value : ''
  const done = await eraseContact(db, member, { contactId, typedName })
  if (done.ok) return redirect('/contacts?note=erased')
  if (done.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm({ name: typedName }, { name: done.reason }).result
}

export default function EraseContact() {
  const t = useT()
  const { id, name, counts } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('privacy.eraseTitle')}
        description={t('privacy.eraseLead')}
        back={{ to: `/contacts/${id}`, label: name }}
      />
      <Card title={t('privacy.goes')}>
        <ul className="flex list-disc flex-col gap-1.5 pl-5 *:first-letter:uppercase">
          <li>{t('privacy.goesPerson')}</li>
          <li>{t('privacy.goesTexts', { messages: counts.messages, files: counts.files })}</li>
          <li>{t('privacy.goesNotes', { notes: counts.notes })}</li>
          <li>{t('privacy.goesRaw')}</li>
        </ul>
      </Card>
      <Card title={t('privacy.stays')}>
        <ul className="flex list-disc flex-col gap-1.5 pl-5 *:first-letter:uppercase">
          <li>{t('privacy.staysConversations', { count: counts.conversations })}</li>
          <li>{t('privacy.staysSales', { count: counts.sales })}</li>
          <li>{t('privacy.staysAudit')}</li>
        </ul>
      </Card>
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form method="post" className="flex flex-col gap-5" noValidate>
            <FormErrorSummary />
            <Field name="name" label={t('privacy.typeName', { name })}>
              <Input autoComplete="off" />
            </Field>
            <div className="flex gap-2">
              <SubmitButton variant="danger">{t('privacy.eraseConfirm')}</SubmitButton>
              <LinkButton to={`/contacts/${id}`}>{t('common.cancel')}</LinkButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
