import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { moveProspect } from '#app/platform/sales/move.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { prospectMoveForm } from '#app/routes/prospect-form.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Textarea } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** How it ended and why. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const prospect = findProspect(platform, user, Number(args.params['id']))
  if (!prospect) throw new Response(null, { status: 404 })
  const isLost = new URL(args.request.url).searchParams.get('to') === 'lost'
  const { id, name, reason } = prospect
  return { title: pageTitle(args, 'prospects.reason'), ...{ id, name, reason, isLost } }
}

/** @throws Response 404 out of reach */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const id = Number(params['id'])
  if (!findProspect(platform, user, id)) throw new Response(null, { status: 404 })
  const form = await readFormData(request)
  const read = parseForm(form, prospectMoveForm)
  if (!read.ok) return data(read.result, { status: 422 })
  const moved = moveProspect(platform, user, { id, ...read.values })
  if (moved.ok) return redirect(`/sales/prospects/${id}?note=ended_${read.values.stage}`)
  const { result } = refuseForm(textFields(form), { reason: moved.reason })
  return data(result, { status: 422 })
}

export default function Ending() {
  const t = useT()
  const { id, name, reason, isLost } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  const address = `/sales/prospects/${id}`
  return (
    <Page width="narrow">
      <PageHeader
        title={t(isLost ? 'prospects.loseTitle' : 'prospects.winTitle', { name })}
        back={{ to: address, label: t('prospects.one') }}
      />
      <Card>
        <FormState result={result}>
          <Form
            method="post"
            action={`${address}/ending?to=${isLost ? 'lost' : 'won'}`}
            noValidate
            className="flex flex-col gap-5"
          >
            <FormErrorSummary />
            <input type="hidden" name="stage" value={isLost ? 'lost' : 'won'} />
            <Field
              name="reason"
              label={t(isLost ? 'prospects.loseWhy' : 'prospects.winWhy')}
              help={t('prospects.whyHelp')}
            >
              <Textarea rows={3} maxLength={500} defaultValue={reason} />
            </Field>
            <div>
              <SubmitButton action={`${address}/ending`}>
                {t(isLost ? 'prospects.lose' : 'prospects.win')}
              </SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
