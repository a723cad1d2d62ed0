import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawApiKey } from '#app/domain/company/api-access.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Ends a key at once. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'api_keys.write')
  if (!withdrawApiKey(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/api-keys')
}
