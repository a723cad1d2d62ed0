import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import type { AiService } from '#app/server/ai.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { toVoiceColumns } from '#app/domain/voice/save.server.ts'
import { standardQuestions } from '#app/industries/questions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readVoiceForm } from '#app/routes/voice-form.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { VoiceTrial } from '#app/ui/knowledge/voice-trial.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Shows nothing before it was asked; the answers of a posted voice stand on the same page. */
export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'voice.preview') }
}

/**
 * Answers standard questions in a voice that is not saved: one of them where `ask` names it, so
 * that a page can show each as it comes, otherwise all.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, services } = requireMember(context, 'knowledge.write')
  const form = await readFormData(request)
  const read = readVoiceForm(form)
  if (!read.ok) return { ...read.result, answers: [] }
  const questions = standardQuestions(getCompany(db).industry)
  const ask = form.get('ask')
  const asked = ask === null ? questions : questions.slice(Number(ask), Number(ask) + 1)
  const answers = []
  for (const question of asked) {
    const company = toVoiceColumns(read.values)
    answers.push(await answer(db, services.ai, { question, company, signal: request.signal }))
  }
  return { answers }
}

async function answer(
  db: TenantDb,
  ai: AiService,
  order: { question: string; company: ReturnType<typeof toVoiceColumns>; signal: AbortSignal },
) {
  const { question, company, signal } = order
  const messages = [{ by: 'customer' as const, text: question }]
  const tried = await ai.tryOut(db, { messages, company, signal })
  if (!tried.ok) return { question, problem: tried.reason }
  const { reply, handOverReason, writer } = tried
  return { question, reply, handsOver: handOverReason !== null, writer }
}

export default function Trial() {
  const answers = useActionData<typeof action>()?.answers ?? []
  return <VoiceTrial answers={answers} />
}
