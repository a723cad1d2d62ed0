import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { presences } from '#app/domain/assignment/presence.ts'
import { choosePresence } from '#app/domain/assignment/presence.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { readFormData, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A person says how colleagues are to see them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  const fields = textFields(await readFormData(request))
  const chosen = presences.find((name) => name === fields['presence'])
  if (!chosen) throw new Response(null, { status: 422 })
  choosePresence(db, member.id, chosen)
  return redirect(toSafePath(fields['returnTo']) ?? '/conversations', 303)
}
