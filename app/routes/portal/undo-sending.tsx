import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { updateProfile } from '#app/domain/members/profile.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

/** Whether what this member sends waits a few seconds, so that it can be taken back. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  const form = await readFormData(request)
  updateProfile(db, member.id, { undoSend: form.has('undoSend') ? 1 : 0 })
  return redirect('/profile?note=saved')
}
