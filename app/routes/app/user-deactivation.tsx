import type { ActionFunctionArgs } from '@remix-run/node'
import { deactivateUser } from '#app/platform/users/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerUser } from '#app/routes/platform/answer-user.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Signs one of the platform's people out everywhere and keeps them out. */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'users.write')
  return answerUser(deactivateUser(platform, user, Number(params['id'])), 'deactivated')
}
