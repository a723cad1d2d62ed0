import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPerformance } from '#app/domain/analytics/performance.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { memberIdOf } from '#app/routes/members/answer.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { PerformanceView } from '#app/ui/reports/performance-view.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What a member did, for who reads reports. @throws Response 404 */
export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'reports.read')
  const found = findMember(db, memberIdOf(args.params))
  if (!found) throw new Response(null, { status: 404 })
  const params = new URL(args.request.url).searchParams
  return {
    title: pageTitle(args, 'performance.performanceOf', { name: found.name }),
    ...{ id: found.id, name: found.name },
    content: readPerformance(db, found.id, { params, now: Date.now() }),
  }
}

export default function MemberPerformance() {
  const t = useT()
  const { id, name, content } = useLoaderData<typeof loader>()
  return (
    <Page width="wide">
      <PageHeader
        title={t('performance.performanceOf', { name })}
        description={t('performance.performanceLead', { name })}
        back={{ to: `/members/${id}`, label: name }}
      />
      <PerformanceView content={content} />
    </Page>
  )
}
