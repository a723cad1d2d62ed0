import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPerformance } from '#app/domain/analytics/performance.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { PerformanceView } from '#app/ui/reports/performance-view.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One's own figures and nobody else's. */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'dashboard.read')
  const params = new URL(args.request.url).searchParams
  const content = readPerformance(db, member.id, { params, now: Date.now() })
  return { title: pageTitle(args, 'performance.ownPerformance'), content }
}

export default function OwnPerformance() {
  const t = useT()
  const { content } = useLoaderData<typeof loader>()
  return (
    <Page width="wide">
      <PageHeader
        title={t('performance.ownPerformance')}
        description={t('performance.ownPerformanceLead')}
        back={{ to: '/profile', label: t('common.profile') }}
      />
      <PerformanceView content={content} />
    </Page>
  )
}
