import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { correctField } from '#app/domain/lead-fields/decide.server.ts'
import { leadFieldForm, toFieldTarget } from '#app/routes/lead-forms.server.ts'
import { toFieldPage } from '#app/routes/lead-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { parseForm, readFormData, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useI18n } from '#app/ui/i18n-provider.tsx'
import { toName } from '#app/ui/inbox/preview-text.ts'
import { FieldHistory } from '#app/ui/leads/field-history.tsx'
import { FieldInput } from '#app/ui/leads/field-input.tsx'
import { KnownFields } from '#app/ui/leads/known-fields.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 out of reach, or where the trade has no such field */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.read')
  const page = toFieldPage(db, member, toFieldTarget(args.params))
  if (!page) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'leads.edit'), ...page }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const form = await readFormData(request)
  const read = parseForm(form, leadFieldForm)
  if (!read.ok) return read.result
  const target = toFieldTarget(params)
  const saved = correctField(db, member, { ...target, raw: read.values.value })
  if (saved.ok) return redirect(toSafePath(form.get('back')) ?? `/leads/${target.leadId}`)
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  return refuseForm(read.values, { value: saved.reason }).result
}

export default function LeadField() {
  const { t, language } = useI18n()
  const { lead, contact, field, currency, changes, mayWrite } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const result = useActionData<typeof action>()
  const address = `/leads/${lead.id}/fields/${field.key}`
  return (
    <Page width="narrow">
      <PageHeader
        title={field.label[language]}
        description={lead.title || toName(t, contact)}
        back={{ to: `/leads/${lead.id}`, label: t('leads.edit') }}
      />
      {(field.value !== null || field.suggestion) && (
        <Card>
          <KnownFields leadId={lead.id} fields={[field]} mayWrite={mayWrite} isHere />
        </Card>
      )}
      {mayWrite && (
        <Card title={t('leads.correct')}>
          <FormState result={result}>
            <Form method="post" action={address} noValidate className="flex flex-col gap-5">
              <FormErrorSummary />
              <input type="hidden" name="back" value={params.get('back') ?? ''} />
              <FieldInput field={field} currency={currency} />
              <div>
                <SubmitButton action={address}>{t('leads.fieldSave')}</SubmitButton>
              </div>
            </Form>
          </FormState>
        </Card>
      )}
      <Card title={t('leads.fieldHistory')}>
        <FieldHistory field={field} changes={changes} />
      </Card>
    </Page>
  )
}
