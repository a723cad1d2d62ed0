import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteTask } from '#app/domain/tasks/change.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { backToTasks } from '#app/routes/portal/tasks/finish-task.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a task out of sight; the list offers to take that back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const id = Number(params['id'])
  if (!deleteTask(db, member, id)) throw new Response(null, { status: 404 })
  return backToTasks(form, 'deleted', id)
}
