import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { holdMsOf } from '#app/domain/conversations/take-back.server.ts'
import { startConversation } from '#app/domain/starting/start.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { StartPage } from '#app/ui/starting/start-page.tsx'
import type { StartProblem } from '#app/ui/starting/start-data.ts'
import { parseReplyForm, toTemplateUse } from './read-reply.server.ts'
import { readStart } from './start-data.server.ts'
import { parseStartTarget } from './start-form.server.ts'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const context = requireMember(args.context, 'conversations.reply')
  const data = readStart(context, new URL(args.request.url))
  return { title: pageTitle(args, 'starting.title'), ...data }
}

/** Sends the first message; a second press finds the conversation of the first. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const [target, reply] = [parseStartTarget(form), parseReplyForm(form)]
  if (!target || !reply) throw new Response(null, { status: 400 })
  const { text, headerVariables, variables, sendKey } = reply
  const template = reply.templateId ? toTemplateUse(db, target.endpointId, reply) : undefined
  const started = startConversation(db, member, {
    ...{ ...target, template, text: template ? undefined : text, sendKey },
    holdMs: holdMsOf(db, member),
  })
  if (started.ok) return redirect(`/conversations/${started.conversationId}`, 303)
  if (started.reason === 'not_found') throw new Response(null, { status: 404 })
  const problem: StartProblem = { reason: started.reason, text, headerVariables, variables }
  return Response.json(problem, { status: 422 })
}

export default function NewConversation() {
  const data = useLoaderData<typeof loader>()
  return <StartPage data={data} problem={useActionData<StartProblem>()} />
}
