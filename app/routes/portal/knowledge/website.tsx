import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/members/permissions.ts'
import {
  countPages,
  findWebsite,
  listPages,
  pageFilters,
} from '#app/domain/websites/websites.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { WebsitePage } from '#app/ui/knowledge/website-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.read')
  const website = findWebsite(db, Number(params['id']))
  if (!website) throw new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const show = pageFilters.find((filter) => filter === query.get('show')) ?? 'all'
  const search = query.get('q')?.trim() ?? ''
  const after = Math.max(0, Math.trunc(Number(query.get('after')) || 0))
  const { robots: _, ...site } = website
  return {
    ...{ title: new URL(site.startUrl).host, site, show, search, isFirst: after === 0 },
    counts: countPages(db, site.id),
    list: listPages(db, site.id, { show, search, after }),
    mayWrite: can(member, 'knowledge.write'),
  }
}

export default function Website() {
  return <WebsitePage view={useLoaderData<typeof loader>()} />
}
