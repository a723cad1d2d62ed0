import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { UsersRound } from 'lucide-react'
import { addDepartment, listDepartments } from '#app/domain/team/departments.server.ts'
import { departmentForm } from '#app/routes/team-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  return {
    title: pageTitle(args, 'team.departments'),
    frame: toSettingsFrame(member, args.request),
    departments: listDepartments(db),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, departmentForm)
  if (!read.ok) return read.result
  const added = addDepartment(db, member, read.values.name)
  if (!added.ok) return refuseForm(read.values, { name: added.reason }).result
  return redirect('/settings/departments?saved')
}

export default function Departments() {
  const t = useT()
  const { frame, departments } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <SettingsPage at="departments" frame={frame}>
      <p className="text-soft">{t('team.departmentsLead')}</p>
      {frame.mayWrite && (
        <Card title={t('team.departmentNew')}>
          <FormState result={result}>
            <Form key={departments.length} method="post" action="/settings/departments" noValidate>
              <div className="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-start">
                <Field name="name" label={t('team.name')}>
                  <Input maxLength={60} autoComplete="off" />
                </Field>
                <div className="sm:pt-7">
                  <SubmitButton action="/settings/departments">{t('team.add')}</SubmitButton>
                </div>
              </div>
            </Form>
          </FormState>
        </Card>
      )}
      <Card flush>
        {departments.length === 0 ? (
          <EmptyState compact icon={<UsersRound aria-hidden />} title={t('team.departmentsNone')}>
            {t('team.departmentsNoneLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('team.departments')}
            rows={departments}
            rowKey={(department) => department.id}
            href={(department) => `/settings/departments/${department.id}`}
            columns={[
              { header: t('team.name'), cell: (department) => department.name },
              {
                header: t('team.departmentMembers'),
                align: 'end',
                cell: (department) => department.members,
              },
            ]}
          />
        )}
      </Card>
    </SettingsPage>
  )
}
