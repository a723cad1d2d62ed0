import type { LoaderFunctionArgs } from '@remix-run/node'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { defaultDue, readTask } from '#app/domain/tasks/read-task.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

const LINE_MAX = 260

/** What a line is understood as, while it is typed. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { db } = requireMember(context, 'conversations.reply')
  const { timeZone } = getCompany(db)
  const line = (new URL(request.url).searchParams.get('what') ?? '').slice(0, LINE_MAX)
  const now = Date.now()
  const { title, dueAt } = readTask(line, { now, timeZone })
  return Response.json({ title, dueAt: dueAt ?? defaultDue(now, timeZone) })
}
