import type { ActionFunctionArgs } from '@remix-run/node'
import { reactivateUser } from '#app/platform/users/standing.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { answerUser } from '#app/routes/platform/answer-user.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Lets one of the platform's people in again. */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user, appOrigin } = requireUser(context, 'users.write')
  const result = reactivateUser(platform, user, Number(params['id']), appOrigin)
  return answerUser(result, 'reactivated')
}
