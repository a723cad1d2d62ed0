import type { ActionFunctionArgs } from '@remix-run/node'
import { deactivateUser } from '#app/platform/users/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerUser } from '#app/routes/platform/answer-user.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Signs one of the platform's people out everywhere and keeps them out. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { platform, user, services } = requireUser(context, 'users.write')
  const result = deactivateUser(platform, user, Number(params['id']))
  await services.support.settleLost()
  return answerUser(result, 'deactivated')
}
