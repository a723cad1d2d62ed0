import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { retryFailedJob } from '#app/domain/company/failed-work.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Tries failed work again, with all its attempts. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'jobs.retry')
  const { ok } = retryFailedJob(db, member, Number(params['id']))
  return redirect(`/settings/failed-jobs?note=${ok ? 'queued' : 'gone'}`)
}
