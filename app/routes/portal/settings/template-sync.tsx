import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { listTemplateLines } from '#app/domain/templates/lines.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Fetches the templates of every line anew. */
export function action({ context }: ActionFunctionArgs) {
  const { db, services } = requireMember(context, 'knowledge.write')
  for (const { id } of listTemplateLines(db)) services.endpoints.syncTemplates(db, id)
  return redirect('/settings/templates')
}
