import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { checkLater } from '#app/domain/checks/check.server.ts'
import { listGaps, listTriedGaps } from '#app/domain/checks/gaps.server.ts'
import { getCheckReport, listStale } from '#app/domain/checks/report.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { StatusPage } from '#app/ui/knowledge/status-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const now = Date.now()
  return {
    title: pageTitle(args, 'knowing.title'),
    report: getCheckReport(db),
    stale: listStale(db, now),
    gaps: listGaps(db, member, now),
    tried: listTriedGaps(db),
    isAsked: new URL(args.request.url).searchParams.has('asked'),
    mayWrite: can(member, 'knowledge.write'),
  }
}

/** Looks at all knowledge again. */
export function action({ context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  checkLater(db, 0)
  return redirect('/knowledge/status?asked')
}

export default function Status() {
  return <StatusPage view={useLoaderData<typeof loader>()} />
}
