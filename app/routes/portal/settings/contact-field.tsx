import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listFields, saveField } from '#app/domain/contacts/fields.server.ts'
import { contactFieldForm } from '#app/routes/contact-field-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { ContactFieldFields } from '#app/ui/contacts/contact-field-fields.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'settings.write')
  const field = listFields(db).find((one) => one.id === Number(args.params['id']))
  if (!field) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'contacts.fieldEdit'), field }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const id = Number(params['id'])
  const known = listFields(db).find((one) => one.id === id)
  if (!known) throw new Response(null, { status: 404 })
  const read = await readForm(request, contactFieldForm)
  if (!read.ok) return read.result
  const saved = saveField(db, member, { ...read.values, id })
  if (saved.ok) return redirect('/settings/contact-fields?saved')
  const values = { ...read.values, choices: read.values.choices.join('\n') }
  const field = saved.reason === 'choices_required' ? 'choices' : 'name'
  return refuseForm(values, { [field]: saved.reason }).result
}

export default function EditContactField() {
  const t = useT()
  const { field } = useLoaderData<typeof loader>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('contacts.fieldEdit')}
        back={{ to: '/settings/contact-fields', label: t('contacts.fieldsTitle') }}
        actions={
          <ConfirmDialog
            id="archive"
            trigger={t('contacts.fieldArchive')}
            title={t('contacts.fieldArchiveTitle', { name: field.name })}
            action={`/settings/contact-fields/${field.id}/archival`}
            confirmLabel={t('contacts.fieldArchive')}
          >
            {t('contacts.fieldArchiveLead')}
          </ConfirmDialog>
        }
      />
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form method="post" className="flex flex-col gap-5" noValidate>
            <FormErrorSummary />
            <ContactFieldFields field={field} />
            <div>
              <SubmitButton>{t('common.save')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
