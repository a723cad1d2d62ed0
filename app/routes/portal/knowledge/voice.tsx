import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { saveVoice } from '#app/domain/voice/save.server.ts'
import { voiceOf } from '#app/domain/voice/voice.ts'
import { standardQuestions } from '#app/industries/questions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readVoiceForm } from '#app/routes/voice-form.server.ts'
import { VoicePage } from '#app/ui/knowledge/voice-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member, services } = requireMember(args.context, 'knowledge.read')
  const { aiAgentName: agentName, aiTone: tone, aiVoiceJson, industry } = getCompany(db)
  return {
    title: pageTitle(args, 'voice.title'),
    voice: { ...voiceOf(aiVoiceJson), agentName, tone },
    questions: standardQuestions(industry),
    hasModel: services.ai.status().hasKey,
    isSaved: new URL(args.request.url).searchParams.has('saved'),
    mayWrite: can(member, 'knowledge.write'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = readVoiceForm(await readFormData(request))
  if (!read.ok) return read.result
  saveVoice(db, member, read.values)
  return redirect('/knowledge/voice?saved')
}

export default function Voice() {
  return <VoicePage view={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
}
