import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MapPin } from 'lucide-react'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { giveCity, listTerritories } from '#app/platform/sales/territories.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { territoryForm } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Which city belongs to whom. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'sales.manage')
  return {
    title: pageTitle(args, 'prospects.territories'),
    rows: listTerritories(platform),
    reps: listReps(platform),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const form = await readFormData(request)
  const read = parseForm(form, territoryForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const given = giveCity(platform, user, read.values)
  if (given.ok) return redirect('/sales/territories')
  const field = given.reason === 'required' ? 'city' : 'repId'
  return data(refuseForm(textFields(form), { [field]: given.reason }).result, { status: 422 })
}

export default function Territories() {
  const t = useT()
  const { rows, reps } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return (
    <SalesFrame at="team" isManager>
      <PageHeader
        title={t('prospects.territories')}
        description={t('prospects.territoriesLead')}
        back={{ to: '/sales/team', label: t('prospects.team') }}
      />
      <Card flush>
        {rows.length === 0 ? (
          <EmptyState icon={<MapPin aria-hidden />} title={t('prospects.territoriesNone')}>
            {t('prospects.territoriesNoneLead')}
          </EmptyState>
        ) : (
          <Table
            caption={t('prospects.territories')}
            rows={rows}
            rowKey={(row) => row.cityKey}
            columns={[
              { header: t('prospects.city'), cell: (row) => row.city },
              { header: t('prospects.rep'), cell: (row) => row.repName },
            ]}
            actionsLabel={t('prospects.territoryRemoveShort')}
            actions={(row) => (
              <ConfirmDialog
                id={`city-${row.cityKey.replaceAll(' ', '-')}`}
                trigger={t('prospects.territoryRemoveShort')}
                triggerLook={{ variant: 'quiet', size: 'small' }}
                title={t('prospects.territoryRemoveTitle', { city: row.city, rep: row.repName })}
                action="/sales/territories/removal"
                fields={{ city: row.cityKey }}
                confirmLabel={t('prospects.territoryRemove', { city: row.city })}
              >
                {t('prospects.territoryRemoveLead')}
              </ConfirmDialog>
            )}
          />
        )}
      </Card>
      <Card title={t('prospects.territoryAdd')}>
        <FormState result={result}>
          <Form
            // A city that was taken leaves an empty field for the next.
            key={rows.length}
            method="post"
            action="/sales/territories"
            noValidate
            className="flex max-w-xl flex-wrap items-end gap-4 [&>div]:min-w-40 [&>div]:flex-1"
          >
            <Field name="city" label={t('prospects.city')}>
              <Input maxLength={80} autoComplete="off" />
            </Field>
            <Field name="repId" label={t('prospects.rep')}>
              <Select>
                {reps.map((rep) => (
                  <option key={rep.id} value={rep.id}>
                    {rep.name}
                  </option>
                ))}
              </Select>
            </Field>
            <SubmitButton action="/sales/territories">{t('prospects.territorySave')}</SubmitButton>
          </Form>
        </FormState>
      </Card>
    </SalesFrame>
  )
}
