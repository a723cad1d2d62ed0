import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { createContact, listOwners } from '#app/domain/contacts/edit.server.ts'
import { listFields } from '#app/domain/contacts/fields.server.ts'
import { listSources } from '#app/domain/contacts/list.server.ts'
import { listTags } from '#app/domain/labels/tags.server.ts'
import { readContactForm } from '#app/routes/contact-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ContactFields } from '#app/ui/contacts/contact-fields.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.write')
  return {
    ...{ title: pageTitle(args, 'contacts.new'), contact: undefined },
    fields: listFields(db).map((field) => ({ ...field, value: '' })),
    ...{ tags: listTags(db), ownTagIds: [] as number[] },
    ...{ owners: listOwners(db), sources: listSources(db, member) },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'contacts.write')
  const read = await readContactForm(request, listFields(db))
  if (!read.ok) return { ...read.result, existingId: undefined }
  const hasRoom = billing.hasRoom(db, 'contacts')
  const made = createContact(db, member, read.values, hasRoom)
  if (made.ok) return redirect(`/contacts/${made.id}`)
  const field = made.reason === 'member_not_found' ? 'ownerId' : ''
  const { result } = refuseForm(read.typed, { [field]: made.reason })
  return { ...result, existingId: made.id }
}

export default function NewContact() {
  const t = useT()
  const result = useActionData<typeof action>()
  return (
    <Page>
      <PageHeader
        title={t('contacts.new')}
        description={t('contacts.newLead')}
        back={{ to: '/contacts', label: t('contacts.title') }}
      />
      <FormState result={result}>
        <Form method="post" action="/contacts/new" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          {result?.existingId && (
            <Notice tone="warn">
              <Link to={`/contacts/${result.existingId}`} className="underline">
                {t('contacts.openExisting')}
              </Link>
            </Notice>
          )}
          <ContactFields />
          <div className="flex justify-end border-t pt-5">
            <SubmitButton>{t('contacts.create')}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Page>
  )
}
