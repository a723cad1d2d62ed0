import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { noteTriedGap } from '#app/domain/checks/gaps.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readPlaygroundForm } from '#app/routes/playground-form.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { PlaygroundPage } from '#app/ui/knowledge/playground-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'playground.title') }
}

/** Answers a made-up conversation; nothing of it is stored but a question that found nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, services } = requireMember(context, 'knowledge.write')
  const read = await readPlaygroundForm(request)
  if (!read.ok) return { messages: read.said, trace: null, form: read.result }
  const { messages } = read.values
  const tried = await services.ai.tryOut(db, { messages, signal: request.signal })
  if (!tried.ok) {
    const text = messages.at(-1)?.text ?? ''
    return {
      messages: read.said,
      trace: null,
      form: refuseForm({ text }, { text: tried.reason }).result,
    }
  }
  const isGap = tried.handOverReason === 'no_answer' || tried.handOverReason === 'low_confidence'
  if (isGap) noteTriedGap(db, messages.at(-1)?.text ?? '')
  const answer = { by: 'assistant', text: tried.reply } as const
  return { messages: [...messages, answer], trace: tried, form: undefined }
}

export default function Playground() {
  return <PlaygroundPage tried={useActionData<typeof action>()} />
}
