import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isSetupStep, setupSteps, stepAfter } from '#app/domain/onboarding/steps.ts'
import { readSetupStep } from '#app/routes/onboarding/read-setup.server.ts'
import { saveSetupStep } from '#app/routes/onboarding/save-setup.server.ts'
import { StepFields } from '#app/routes/onboarding/step-fields.tsx'
import { StepForm } from '#app/routes/onboarding/step-frame.tsx'
import { SetupFrame } from '#app/routes/onboarding/setup-frame.tsx'
import { toShownSteps } from '#app/routes/onboarding/shown-steps.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One step of setting up. @throws Response 404 for a step that does not exist */
export function loader(args: LoaderFunctionArgs) {
  const context = requireMember(args.context, 'settings.write')
  const step = toStep(args.params['step'])
  return {
    title: pageTitle(args, `onboarding.step_${step}`),
    step,
    fields: readSetupStep(context, step),
    steps: toShownSteps(setupSteps, context.onboarding.progress().steps),
  }
}

/** Saves a step, or leaves it for later, and goes on. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = requireMember(context, 'settings.write')
  const step = toStep(params['step'])
  const form = await readFormData(request)
  const isSkipped = form.has('later')
  const saved = isSkipped ? ({ ok: true } as const) : await saveSetupStep(member, step, form)
  if (!saved.ok) return data({ result: saved.result }, { status: 422 })
  const next = stepAfter(setupSteps, step) ?? 'test'
  member.onboarding.note(step, next, isSkipped)
  return redirect(`/setup/${next}`, 303)
}

/** @throws Response 404 */
function toStep(step: string | undefined) {
  if (!isSetupStep(step)) throw new Response(null, { status: 404 })
  return step
}

export default function SetupStep() {
  const { step, fields, steps } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  const before = setupSteps[setupSteps.indexOf(step) - 1]
  return (
    <SetupFrame at={step} steps={steps}>
      <StepForm
        key={step}
        action={`/setup/${step}`}
        step={step}
        backTo={before ? `/setup/${before}` : '/setup'}
        canSkip={step !== 'business' && step !== 'industry'}
        result={result}
        hasFile={step === 'look'}
      >
        <StepFields data={fields} />
      </StepForm>
    </SetupFrame>
  )
}
