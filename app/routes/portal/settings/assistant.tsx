import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getSpend, isBudgetUsedUp } from '#app/domain/answers/spend.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { saveAssistant } from '#app/domain/company/settings.server.ts'
import { assistantForm } from '#app/routes/assistant-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { AnsweringFields } from '#app/ui/settings/answering-fields.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { VoiceFields } from '#app/ui/settings/voice-fields.tsx'

const MICROS_PER_CENT = 10_000

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  const company = getCompany(db)
  const spend = getSpend(db, company, Date.now())
  return {
    title: pageTitle(args, 'settings.assistant'),
    frame: toSettingsFrame(member, request),
    ...toShown(company),
    spend: {
      cents: Math.ceil(spend.costMicros / MICROS_PER_CENT),
      answers: spend.answers,
      isUsedUp: isBudgetUsedUp(company, spend),
    },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, assistantForm)
  if (!read.ok) return read.result
  saveAssistant(db, member, read.values)
  return redirect('/settings/assistant?saved')
}

function toShown(company: Company) {
  const { aiAgentName: agentName, aiTone: tone, aiInstructions: instructions } = company
  return {
    answering: {
      isOn: company.aiEnabled === 1,
      thresholdPercent: Math.round(company.aiThreshold * 100),
      budgetCents: company.aiMonthlyBudgetCents,
      returnMinutes: company.aiReturnMinutes,
    },
    voice: { agentName, tone, instructions },
  }
}

export default function AssistantSettings() {
  const { frame, answering, spend, voice } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="assistant" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings/assistant" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <AnsweringFields answering={answering} spend={spend} />
            <VoiceFields voice={voice} />
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}
