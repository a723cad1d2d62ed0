import type { ActionFunctionArgs } from '@remix-run/node'
import { platformRoles } from '#app/platform/users/permissions.ts'
import { changeUserRole } from '#app/platform/users/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { answerUser } from '#app/routes/platform/answer-user.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Gives one of the platform's people another role. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user, services } = requireUser(context, 'users.write')
  const asked = (await readFields(request))['role']
  const role = platformRoles.find((known) => known === asked)
  if (!role) return answerUser({ ok: false, reason: 'invalid_choice' }, '')
  const result = changeUserRole(platform, user, Number(params['id']), role)
  await services.support.settleLost()
  return answerUser(result, 'role')
}
