import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listFields, saveField } from '#app/domain/contacts/fields.server.ts'
import { contactFieldForm } from '#app/routes/contact-field-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ContactFieldFields } from '#app/ui/contacts/contact-field-fields.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const title = pageTitle(args, 'contacts.fieldsTitle')
  return { title, frame: toSettingsFrame(member, args.request), fields: listFields(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, contactFieldForm)
  if (!read.ok) return read.result
  const saved = saveField(db, member, read.values)
  if (saved.ok) return redirect('/settings/contact-fields?saved')
  const values = { ...read.values, choices: read.values.choices.join('\n') }
  const field = saved.reason === 'choices_required' ? 'choices' : 'name'
  return refuseForm(values, { [field]: saved.reason }).result
}

export default function ContactFieldSettings() {
  const t = useT()
  const { frame, fields } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="contact-fields" frame={frame}>
      <Card title={t('contacts.fieldsTitle')} description={t('contacts.fieldsLead')} flush>
        {fields.length === 0 ? (
          <EmptyState compact title={t('contacts.fieldsEmpty')}>
            {t('contacts.fieldsEmptyLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('contacts.fieldsTitle')}
            rows={fields}
            rowKey={(row) => row.id}
            href={frame.mayWrite ? (row) => `/settings/contact-fields/${row.id}` : undefined}
            columns={[
              { header: t('contacts.fieldName'), cell: (row) => row.name },
              {
                header: t('contacts.fieldType'),
                cell: (row) => t(`contacts.fieldType.${row.type}`),
              },
              { header: t('contacts.fieldChoices'), cell: (row) => row.choices.join(', ') || '–' },
            ]}
          />
        )}
      </Card>
      {frame.mayWrite && <NewField key={fields.length} />}
    </SettingsPage>
  )
}

function NewField() {
  const t = useT()
  return (
    <Card title={t('contacts.fieldAdd')}>
      <FormState result={useActionData<typeof action>()}>
        <Form
          method="post"
          action="/settings/contact-fields"
          className="flex flex-col gap-5"
          noValidate
        >
          <FormErrorSummary />
          <ContactFieldFields />
          <div>
            <SubmitButton>{t('contacts.fieldAdd')}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Card>
  )
}
