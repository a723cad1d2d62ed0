import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRepStep, repSteps, stepAfter } from '#app/domain/onboarding/steps.ts'
import { noteStep } from '#app/platform/onboarding/progress.server.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import {
  readProgress,
  readRepFacts,
  requireOpenSession,
} from '#app/routes/onboarding/rep-page.server.ts'
import { checkRepStep } from '#app/routes/onboarding/rep-check.server.ts'
import { neededSteps, readRepStep } from '#app/routes/onboarding/rep-steps.server.ts'
import { RepFields } from '#app/routes/onboarding/rep-fields.tsx'
import { StepForm, StepList } from '#app/routes/onboarding/step-frame.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** A step that a rep goes through with the client. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const context = requireUser(args.context, 'sales.read')
  const session = requireOpenSession(context, args.params['id'])
  const step = toStep(args.params['step'])
  return {
    title: pageTitle(args, `onboarding.step_${step}`),
    ...{ step, id: session.id, name: session.name },
    fields: readRepStep(step, readRepFacts(context, session)),
    steps: readProgress(context, session).steps,
    isManager: isManager(context.user),
  }
}

/** Keeps a step, or leaves it for later, and goes on. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = requireUser(context, 'sales.read')
  const session = requireOpenSession(user, params['id'])
  const step = toStep(params['step'])
  const form = await readFormData(request)
  const isSkipped = form.has('later') && !isNeeded(step)
  const checked = isSkipped ? undefined : await checkRepStep(user, { session, step, form })
  if (checked && !checked.ok) return data({ result: checked.result }, { status: 422 })
  const next = stepAfter(repSteps, step)
  noteStep(user.platform, session, {
    ...{ step, next: next ?? step, isSkipped, at: Date.now() },
    ...(checked && { fields: checked.fields, logo: checked.logo }),
  })
  return redirect(`/sales/onboarding/${session.id}${next ? `/${next}` : ''}`, 303)
}

/** @throws Response 404 */
function toStep(step: string | undefined) {
  if (!isRepStep(step)) throw new Response(null, { status: 404 })
  return step
}

function isNeeded(step: string): boolean {
  return (neededSteps as readonly string[]).includes(step)
}

const NEEDED = ['business', 'industry', 'address', 'plan']

export default function OnboardingStep() {
  const { id, name, step, steps, fields, isManager } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const t = useT()
  const base = `/sales/onboarding/${id}`
  const before = repSteps[repSteps.indexOf(step) - 1]
  return (
    <SalesFrame at="onboarding" isManager={isManager}>
      <PageHeader title={name} back={{ to: base, label: t('onboarding.overview') }} />
      <div className="grid items-start gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
        <StepList base={base} at={step} steps={steps} />
        <StepForm
          key={step}
          action={`${base}/${step}`}
          step={step}
          backTo={before ? `${base}/${before}` : base}
          canSkip={!NEEDED.includes(step)}
          result={result}
          hasFile={step === 'look'}
        >
          <RepFields data={fields} />
        </StepForm>
      </div>
    </SalesFrame>
  )
}
