import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listWorkload } from '#app/domain/assignment/workload.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { useLiveRefresh } from '#app/ui/inbox/use-live-refresh.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { WorkloadBoard } from '#app/ui/workload/board.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Who has what, for those who may give it to others. */
export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'conversations.assign')
  return { title: pageTitle(args, 'team.workload'), columns: listWorkload(db) }
}

export default function Workload() {
  const t = useT()
  const { columns } = useLoaderData<typeof loader>()
  useLiveRefresh()
  return (
    <Page width="full">
      <PageHeader title={t('team.workload')} description={t('team.workloadLead')} />
      <WorkloadBoard columns={columns} />
    </Page>
  )
}
