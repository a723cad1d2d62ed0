import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/members/permissions.ts'
import { findDepartment, renameDepartment } from '#app/domain/team/departments.server.ts'
import { departmentForm } from '#app/routes/team-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { EditLabelPage } from '#app/ui/labels/edit-label-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const department = findDepartment(db, Number(args.params['id']))
  if (!department) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'team.departmentEdit')
  return { title, department, mayWrite: can(member, 'settings.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, departmentForm)
  if (!read.ok) return read.result
  const saved = renameDepartment(db, member, { id: Number(params['id']), ...read.values })
  if (saved.ok) return redirect('/settings/departments?saved')
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm(read.values, { name: saved.reason }).result
}

export default function EditDepartment() {
  const t = useT()
  const { department, mayWrite } = useLoaderData<typeof loader>()
  return (
    <EditLabelPage
      title={t('team.departmentEdit')}
      back={{ to: '/settings/departments', label: t('team.departments') }}
      action={`/settings/departments/${department.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('team.departmentDeleteTitle', { name: department.name }),
        lead: t('team.departmentDeleteLead'),
      }}
    >
      <Field name="name" label={t('team.name')}>
        <Input defaultValue={department.name} maxLength={60} autoComplete="off" />
      </Field>
    </EditLabelPage>
  )
}
