import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { setupSteps } from '#app/domain/onboarding/steps.ts'
import { SetupFrame } from '#app/routes/onboarding/setup-frame.tsx'
import { toShownSteps } from '#app/routes/onboarding/shown-steps.ts'
import { TestChat } from '#app/routes/onboarding/test-chat.tsx'
import { askTest, readTest } from '#app/routes/onboarding/test-chat.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** The first conversation, answered by the company's own assistant. */
export function loader(args: LoaderFunctionArgs) {
  const context = requireMember(args.context, 'settings.write')
  const { steps, isComplete } = context.onboarding.progress()
  return {
    title: pageTitle(args, 'onboarding.testTitle'),
    steps: toShownSteps(setupSteps, steps),
    isComplete,
    ...readTest(context),
  }
}

/** Asks as a customer would: through the company's own web chat. */
export async function action({ request, context }: ActionFunctionArgs) {
  const member = requireMember(context, 'settings.write')
  const form = await readFormData(request)
  const asked = askTest(member, form.get('text'))
  if (!asked.ok) return data({ result: asked.result }, { status: 422 })
  return redirect('/setup/test', 303)
}

export default function SetupTest() {
  const { steps, isComplete, lines, isWaiting, questions, problem } = useLoaderData<typeof loader>()
  const t = useT()
  const isAnswered = lines.some(({ by }) => by !== 'visitor')
  return (
    <SetupFrame steps={steps}>
      <Card title={t('onboarding.testTitle')} description={t('onboarding.testLead')}>
        <FormState result={useActionData<{ result?: FormResult }>()?.result}>
          {problem && (
            <div className="mb-5">
              <Notice tone="warn">{t(`onboarding.problem_${problem}`)}</Notice>
            </div>
          )}
          <TestChat
            lines={lines}
            isWaiting={isWaiting}
            questions={questions}
            action="/setup/test"
          />
        </FormState>
      </Card>
      {isComplete ? (
        <Notice tone="good">{t('onboarding.isLive')}</Notice>
      ) : (
        <Form method="post" action="/setup/completion" className="flex justify-end">
          <SubmitButton action="/setup/completion" variant={isAnswered ? 'primary' : 'secondary'}>
            {t('onboarding.finish')}
          </SubmitButton>
        </Form>
      )}
    </SetupFrame>
  )
}
