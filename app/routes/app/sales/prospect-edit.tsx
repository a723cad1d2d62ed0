import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { listPlans } from '#app/platform/billing/plans.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { saveProspect } from '#app/platform/sales/save.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { PLATFORM_CURRENCY, PLATFORM_ZONE, prospectForm } from '#app/routes/prospect-form.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { ProspectFields } from '#app/ui/sales-portal/prospect-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const prospect = findProspect(platform, user, Number(args.params['id']))
  if (!prospect) throw new Response(null, { status: 404 })
  const { nextActionAt, ...facts } = prospect
  return {
    title: pageTitle(args, 'prospects.one'),
    prospect: {
      ...facts,
      nextActionAt: nextActionAt === null ? '' : toWallTime(nextActionAt, PLATFORM_ZONE),
    },
    plans: listPlans(platform, PLATFORM_CURRENCY).map(({ id, name }) => ({ id, name })),
  }
}

/** @throws Response 404 out of reach */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const id = Number(params['id'])
  if (!findProspect(platform, user, id)) throw new Response(null, { status: 404 })
  const read = await readForm(request, prospectForm)
  if (!read.ok) return data(read.result, { status: 422 })
  saveProspect(platform, user, id, read.values)
  return redirect(`/sales/prospects/${id}?note=saved`)
}

export default function EditProspect() {
  const t = useT()
  const { prospect, plans } = useLoaderData<typeof loader>()
  const address = `/sales/prospects/${prospect.id}`
  return (
    <Page width="narrow">
      <PageHeader title={prospect.name} back={{ to: address, label: t('prospects.one') }} />
      <Card>
        <FormState result={useActionData<FormResult>()}>
          <Form method="post" action={`${address}/edit`} noValidate className="flex flex-col gap-5">
            <FormErrorSummary />
            <ProspectFields prospect={prospect} currency={prospect.currency} plans={plans} />
            <div>
              <SubmitButton action={`${address}/edit`}>{t('prospects.save')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
