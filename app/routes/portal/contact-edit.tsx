import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listOwners, saveContact } from '#app/domain/contacts/edit.server.ts'
import { listFields, listFieldValues } from '#app/domain/contacts/fields.server.ts'
import { findContact, listSources, listTagsOf } from '#app/domain/contacts/list.server.ts'
import { listTags } from '#app/domain/labels/tags.server.ts'
import { readContactForm } from '#app/routes/contact-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ContactFields } from '#app/ui/contacts/contact-fields.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.write')
  const id = Number(args.params['id'])
  const contact = findContact(db, member, id)
  if (!contact) throw new Response(null, { status: 404 })
  const values = listFieldValues(db, [id]).get(id) ?? {}
  return {
    ...{ title: pageTitle(args, 'contacts.editTitle'), contact },
    fields: listFields(db).map((field) => ({ ...field, value: values[field.id] ?? '' })),
    ...{ tags: listTags(db), ownTagIds: (listTagsOf(db, [id]).get(id) ?? []).map((tag) => tag.id) },
    ...{ owners: listOwners(db), sources: listSources(db, member) },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const id = Number(params['id'])
  if (!findContact(db, member, id)) throw new Response(null, { status: 404 })
  const read = await readContactForm(request, listFields(db))
  if (!read.ok) return read.result
  const saved = saveContact(db, member, id, read.values)
  if (!saved.ok && saved.reason === 'not_found') throw new Response(null, { status: 404 })
  if (!saved.ok) return refuseForm(read.typed, { ownerId: saved.reason }).result
  return redirect(`/contacts/${id}?note=saved`)
}

export default function EditContact() {
  const t = useT()
  const { contact } = useLoaderData<typeof loader>()
  const back = `/contacts/${contact.id}`
  const name = contact.name || contact.phone || t('contacts.unnamed')
  return (
    <Page>
      <PageHeader title={t('contacts.editTitle')} back={{ to: back, label: name }} />
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <ContactFields />
          <div className="flex justify-end gap-2 border-t pt-5">
            <LinkButton to={back}>{t('common.cancel')}</LinkButton>
            <SubmitButton>{t('common.save')}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Page>
  )
}
