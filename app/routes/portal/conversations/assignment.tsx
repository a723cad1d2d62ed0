import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readAssignDialog } from '#app/routes/portal/assign-dialog.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { AssignPane } from '#app/ui/assignment/assign-pane.tsx'
import { readFormData } from '#app/routes/read-form.server.ts'

export { ThreadError as ErrorBoundary } from '#app/ui/inbox/thread-error.tsx'
export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

const order = z.object({
  /** a member's id, or empty for the queue */
  memberId: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]),
  reason: z.string().trim().max(500).catch(''),
})

/** The colleagues a conversation can go to, with their load and skills. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.assign')
  const dialog = readAssignDialog(db, member, [Number(params['id'])])
  if (!dialog) throw new Response(null, { status: 404 })
  return { dialog, meId: member.id }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const parsed = order.safeParse(Object.fromEntries(form))
  if (!parsed.success) return finish(form, { ok: false, reason: 'member_not_found' })
  const conversationId = Number(params['id'])
  return finish(form, assignConversation(db, member, { conversationId, ...parsed.data }))
}

export default function Assignment() {
  const { dialog, meId } = useLoaderData<typeof loader>()
  const problem = useSearchParams()[0].get('problem')
  return <AssignPane data={dialog} meId={meId} problem={problem} />
}
