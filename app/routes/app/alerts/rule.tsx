import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isAlertKind } from '#app/platform/alerts/kinds.ts'
import type { AlertKind } from '#app/platform/alerts/kinds.ts'
import { getRule, saveRule } from '#app/platform/alerts/rules.server.ts'
import { readRule } from '#app/routes/alerts/rule-form.server.ts'
import { shownThreshold } from '#app/routes/alerts/threshold.ts'
import { RuleFields } from '#app/routes/alerts/rule-fields.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 for a kind that is not watched */
function toKind(kind: string | undefined): AlertKind {
  if (!kind || !isAlertKind(kind)) throw new Response(null, { status: 404 })
  return kind
}

export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'health.write')
  const rule = getRule(platform, toKind(args.params['kind']))
  return {
    title: pageTitle(args, `alerts.kind_${rule.kind}`),
    rule: { ...rule, shown: shownThreshold(rule) },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'health.write')
  const read = await readRule(request, toKind(params['kind']))
  if (!read.ok) return data({ result: read.result }, { status: 422 })
  saveRule(platform, user, read.values)
  return redirect('/admin/alerts/rules?note=saved')
}

export default function Rule() {
  const { rule } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  const address = `/admin/alerts/rules/${rule.kind}`
  return (
    <Page>
      <PageHeader
        title={t(`alerts.kind_${rule.kind}`)}
        description={t(`alerts.about_${rule.kind}`)}
        back={{ to: '/admin/alerts/rules', label: t('alerts.rules') }}
      />
      <FormState result={result}>
        <Form method="post" action={address} noValidate>
          <Card
            footer={
              <>
                <LinkButton to="/admin/alerts/rules">{t('common.cancel')}</LinkButton>
                <SubmitButton action={address}>{t('common.save')}</SubmitButton>
              </>
            }
          >
            <div className="flex flex-col gap-5">
              <FormErrorSummary />
              <RuleFields rule={rule} />
            </div>
          </Card>
        </Form>
      </FormState>
    </Page>
  )
}
