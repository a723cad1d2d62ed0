import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import type { Duplicate } from '#app/platform/sales/duplicates.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import { listReps } from '#app/platform/sales/reps.server.ts'
import { createProspect } from '#app/platform/sales/save.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { newProspectForm, PLATFORM_CURRENCY } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { DuplicatesNotice } from '#app/ui/sales-portal/duplicates-notice.tsx'
import { ProspectFields } from '#app/ui/sales-portal/prospect-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  return {
    title: pageTitle(args, 'prospects.new'),
    plans: listPlans(platform, PLATFORM_CURRENCY).map(({ id, name }) => ({ id, name })),
    currency: PLATFORM_CURRENCY,
    reps: isManager(user) ? listReps(platform) : undefined,
  }
}

type Refused = { result: FormResult; duplicates: Duplicate[] }

export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const form = await readFormData(request)
  const read = parseForm(form, newProspectForm)
  if (!read.ok) return refuse({ result: read.result, duplicates: [] })
  const made = createProspect(platform, user, read.values)
  if (made.ok) return redirect(`/sales/prospects/${made.id}?note=added`)
  const field = made.reason === 'rep_not_found' ? 'repId' : 'isAnother'
  const { result } = refuseForm(textFields(form), { [field]: made.reason })
  return refuse({ result, duplicates: made.reason === 'known_already' ? made.duplicates : [] })
}

function refuse(answer: Refused) {
  return data(answer, { status: 422 })
}

export default function NewProspect() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<Refused>()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('prospects.new')}
        description={t('prospects.newLead')}
        back={{ to: '/sales/prospects', label: t('prospects.title') }}
      />
      <Card>
        <FormState result={answer?.result}>
          <Form
            method="post"
            action="/sales/prospects/new"
            noValidate
            className="flex flex-col gap-5"
          >
            <FormErrorSummary />
            <DuplicatesNotice duplicates={answer?.duplicates ?? []} />
            <ProspectFields {...shown} />
            {answer && answer.duplicates.length > 0 && (
              <Checkbox name="isAnother" label={t('prospects.isAnother')} />
            )}
            <div>
              <SubmitButton action="/sales/prospects/new">{t('prospects.create')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
